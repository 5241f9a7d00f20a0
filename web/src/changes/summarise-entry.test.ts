import { expect, test } from "vitest";
import type { ReportEntry } from "../api/entries.ts";
import { summariseEntry } from "./summarise-entry.ts";

const change = (property: string) => ({ property, before: "a", after: "b" });

test.each<[ReportEntry["type"], ReportEntry["outcome"], string]>([
  ["user_deleted", "planned", "toBeDeleted"],
  ["user_deleted", "applied", "deleted"],
  ["user_deleted", "skipped", "notDeleted"],
  ["user_deactivated", "not_applied", "notDeactivated"],
  ["user_invited", "applied", "invited"],
  ["team_deleted", "planned", "teamToBeDeleted"],
])("%s that is %s reads %s", (type, outcome, key) => {
  const entry = { type, outcome, changes: [change("email")] };
  expect(summariseEntry(entry)).toEqual({ kind: "words", key });
});

test("a change is told whole, and how many more there are", () => {
  const changes = [change("jobTitle"), change("city"), change("email")];
  expect(summariseEntry({ type: "user_updated", outcome: "applied", changes })).toEqual({
    ...{ kind: "change", change: changes[0], more: 2 },
  });
  expect(summariseEntry({ type: "user_created", outcome: "planned", changes })).toEqual({
    ...{ kind: "created", fields: 3 },
  });
  expect(summariseEntry({ type: "user_linked", outcome: "planned", changes: [] })).toEqual({
    kind: "nothing",
  });
});
