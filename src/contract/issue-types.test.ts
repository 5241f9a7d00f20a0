import { Check, Errors } from "typebox/value";
import { describe, expect, it } from "vitest";
import { ISSUE_TYPES } from "./catalogue.ts";
import { IssueTypeList, listIssueTypes } from "./issue-types.ts";
import { ISSUE_REASONS } from "./troubleshooting/issue-reasons.ts";

const answer = listIssueTypes("Officevibe");

describe("listIssueTypes", () => {
  it("answers as the schema says", () => {
    expect(Errors(IssueTypeList, answer)).toEqual([]);
    expect(Check(IssueTypeList, { items: [{}], skippedUpdates: [] })).toBe(false);
  });

  it("has a page for every type and every reason of it, in table order", () => {
    expect(answer.items.map((item) => item.type)).toEqual([...ISSUE_TYPES]);
    for (const item of answer.items) {
      expect(item.reasons.map((each) => each.reason)).toEqual([...ISSUE_REASONS[item.type]]);
    }
    expect(answer.skippedUpdates.map((each) => each.reason)).toEqual(["changed_since_review"]);
  });

  it("leaves no parameter unfilled and names the product", () => {
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/\{\w+\}/);
    expect(text).toContain("No Officevibe profile for Direct Manager");
    expect(text).not.toContain("Muster");
  });

  it("tells information from errors", () => {
    const kinds = answer.items.flatMap((item) => [
      ...(item.kind === "information" ? [item.type] : []),
      ...item.reasons
        .filter((each) => each.kind === "information")
        .map((each) => `${item.type} ${each.reason}`),
    ]);
    expect(kinds).toEqual([
      "user_skipped deactivated_manually",
      "admin_protected",
      "admin_protected email_kept",
      "admin_protected link_refused",
      "admin_protected removal_refused",
    ]);
  });

  it("explains a reason in its own words, and otherwise in those of its type", () => {
    const skipped = answer.items.find((item) => item.type === "user_skipped")!;
    const taken = skipped.reasons.find((each) => each.reason === "email_taken")!;
    expect(taken.fixes.muster.en).toContain("relink");
    const missing = skipped.reasons.find((each) => each.reason === "missing_email")!;
    expect(missing.fixes.muster).toEqual(skipped.fixes.muster);
    expect(missing.cause).not.toEqual(skipped.cause);
  });
});
