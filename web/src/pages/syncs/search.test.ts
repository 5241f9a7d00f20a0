import { expect, test } from "vitest";
import { isFiltered, syncsSearch, toFilters } from "./search.ts";

const today = "2026-11-22";
const zone = "America/Montreal";
const read = (raw: Record<string, unknown>) => syncsSearch.read(raw);

test("days are those of the zone that times are shown in", () => {
  expect(toFilters(read({ after: "2026-11-01", before: "2026-11-02" }), today, zone)).toEqual({
    from: "2026-11-01T04:00:00.000Z",
    to: "2026-11-03T04:59:59.999Z",
  });
  expect(toFilters(read({ within: "1d" }), today, zone)).toEqual({
    from: "2026-11-22T05:00:00.000Z",
  });
  expect(toFilters(read({ within: "7d", after: "2020-01-01" }), today, zone)).toEqual({
    from: "2026-11-16T05:00:00.000Z",
  });
});

test("the rest is asked for as it is chosen, and words without their spaces", () => {
  const search = read({
    status: ["failed", "preview"],
    by: "Ada, of HR",
    source: "src_1",
    q: " 31 ",
  });
  expect(toFilters(search, today, zone)).toEqual({
    ...{ badge: ["failed", "preview"], actor: ["Ada, of HR"], source: ["src_1"], q: "31" },
  });
});

test("how the list is shown is no filter", () => {
  expect(isFiltered(read({ settings: "1", view: "view_3" }))).toBe(false);
  expect(isFiltered(read({ before: "2026-11-02" }))).toBe(true);
});
