import { describe, expect, test } from "vitest";
import { parseSearch } from "../../url/search.ts";
import { isFiltered, NO_FILTERS, syncSearch, toFilters } from "./search.ts";

const read = (address: string) => syncSearch.read(parseSearch(address));

describe("the address of a report", () => {
  test.each([
    ["", { kind: ["update"] }],
    [
      "?tab=issues&type=user_skipped&entity=user&q=roy&row=3",
      { kind: ["issue"], type: ["user_skipped"], subject: ["user"], q: "roy" },
    ],
    ["?tab=troubleshooting", {}],
    [
      "?outcome=skipped,applied&field=jobTitle,salaryBand",
      { kind: ["update"], outcome: ["applied", "skipped"], field: ["jobTitle", "salaryBand"] },
    ],
    ["?tab=issues&reason=missing_email&q=++", { kind: ["issue"], reason: ["missing_email"] }],
    ["?unfit=1", { kind: ["update"], unfit: true }],
  ])("%s asks for %j", (address, filters) => {
    expect(toFilters(read(address))).toEqual(filters);
  });

  test("is narrowed by filters, not by the tab or the open row", () => {
    expect(isFiltered(read("?tab=issues&row=3"))).toBe(false);
    expect(isFiltered(read("?q=a"))).toBe(true);
    expect(isFiltered({ ...read("?q=a&type=user_updated&field=email"), ...NO_FILTERS })).toBe(
      false,
    );
  });
});
