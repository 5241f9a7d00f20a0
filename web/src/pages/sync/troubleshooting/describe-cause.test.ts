import { describe, expect, test } from "vitest";
import { ISSUE_TYPES } from "#contract/catalogue.ts";
import type { Cause } from "../../../api/entries.ts";
import { findEffect, nameCause } from "./describe-cause.ts";
import { troubleshootingMessages } from "./messages.ts";
import { sortCauses } from "./sort-causes.ts";

const cause = (given: Partial<Cause>): Cause => ({
  ...{ type: "user_skipped", reason: "missing_email", label: "User skipped" },
  ...{ count: 7, impactedUsers: 5, impactedTeams: 0 },
  ...{ newSinceLastSync: false, seenInSyncs: 0, fixedIn: null, expected: null, sourceRow: 3 },
  ...given,
});

describe("a cause", () => {
  test("is called by its reason where its type has several, else by its type", () => {
    expect(nameCause(cause({}), "en")).toBe("No email");
    expect(nameCause(cause({}), "fr")).toBe("Adresse courriel absente");
    const loop = cause({ type: "manager_cycle", reason: "loop", label: "Reporting line loops" });
    expect(nameCause(loop, "en")).toBe("Reporting line loops");
    const column = cause({ type: "unknown_property", reason: null, label: "Unknown property" });
    expect(nameCause(column, "en")).toBe("Unknown property");
  });

  test("counts people, else teams, else rows", () => {
    expect(findEffect(cause({}))).toEqual({ key: "skippedUsers", n: 5 });
    const teams = { impactedUsers: 0, impactedTeams: 2 };
    expect(findEffect(cause({ type: "team_skipped", ...teams })).n).toBe(2);
    expect(findEffect(cause({ type: "invalid_value", ...teams })).key).toBe("valuesOfTeams");
    const columns = cause({ type: "unknown_property", impactedUsers: 0, count: 3 });
    expect(findEffect(columns)).toEqual({ key: "droppedColumns", n: 3 });
  });

  test.each(ISSUE_TYPES)("of type %s has words for its effect", (type) => {
    const { key } = findEffect(cause({ type }));
    expect(troubleshootingMessages.en[key].other).toContain("{n}");
  });
});

test("causes that inform and causes that are expected ask for nothing", () => {
  const known = cause({ expected: { by: "Zoé", at: "2026-11-23T12:00:00Z" } });
  const informs = cause({ type: "admin_protected", reason: "email_kept" });
  const byHand = cause({ reason: "deactivated_manually" });
  const needed = cause({});
  expect(sortCauses([known, informs, byHand, needed])).toEqual({
    ...{ open: [needed], information: [informs, byHand], expected: [known] },
  });
});
