import { describe, expect, it } from "vitest";
import { auditSearch, isFiltered, NO_FILTERS, toFilters } from "./search.ts";

describe("filters of the audit log", () => {
  it("are none for an address without any", () => {
    expect(isFiltered({})).toBe(false);
    expect(toFilters({}, "2026-11-23", "UTC")).toEqual({});
  });
  it("ask for days of the clock that people see", () => {
    const search = { after: "2026-11-22", before: "2026-11-23" };
    expect(toFilters(search, "2026-11-23", "America/New_York")).toEqual({
      from: "2026-11-22T05:00:00.000Z",
      to: "2026-11-24T04:59:59.999Z",
    });
    expect(toFilters({ within: "7d" }, "2026-11-23", "UTC")).toEqual({
      from: "2026-11-17T00:00:00.000Z",
    });
  });
  it("are read from an address, and what is unknown is dropped", () => {
    const raw = { on: "sync,moon", by: "Ada", q: "#12", action: "signed_in" };
    expect(auditSearch.read(raw)).toEqual({
      ...{ on: ["sync"], by: "Ada", q: "#12", action: ["signed_in"] },
    });
    expect(auditSearch.findDropped(raw)).toEqual(["moon"]);
    const search = auditSearch.read(raw);
    expect(toFilters(search, "2026-11-23", "UTC")).toEqual({
      ...{ action: ["signed_in"], targetType: ["sync"], actor: "Ada", target: "#12" },
    });
    expect(isFiltered({ ...search, ...NO_FILTERS })).toBe(false);
  });
});
