import { describe, expect, test } from "vitest";
import {
  count,
  day,
  defineSearch,
  flag,
  many,
  manyOf,
  oneOf,
  parseSearch,
  text,
  writeSearch,
} from "./search.ts";

const codec = defineSearch({
  status: manyOf(["failed", "pending", "completed"]),
  tab: oneOf(["updates", "issues"]),
  source: many(),
  q: text(20),
  after: day(),
  row: count(),
  open: flag(),
});
const read = (address: string) => codec.read(parseSearch(address));
const dropped = (address: string) => codec.findDropped(parseSearch(address));

describe("an address", () => {
  test("is read by what the page knows", () => {
    expect(
      read(
        "?status=pending,failed&tab=issues&q=am%C3%A9lie+roy&after=2026-11-01&row=12&open=1&x=1",
      ),
    ).toEqual({
      status: ["failed", "pending"],
      tab: "issues",
      q: "amélie roy",
      after: "2026-11-01",
      row: 12,
      open: true,
    });
  });

  test("takes a repeated name as a list", () => {
    expect(read("?source=a&source=b,c&source=a")).toEqual({ source: ["a", "b", "c"] });
  });

  test("keeps the commas that belong to a value", () => {
    expect(read("?source=Okafor%2C+Zo%C3%A9,b")).toEqual({ source: ["Okafor, Zoé", "b"] });
    expect(read("?source=Okafor%2C+Zo%C3%A9")).toEqual({ source: ["Okafor, Zoé"] });
    expect(read("?q=roy,+am%C3%A9lie")).toEqual({ q: "roy, amélie" });
  });

  test("is understood when its commas were escaped on the way, and when it is broken", () => {
    expect(read("?status=failed%2Cpending")).toEqual({ status: ["failed", "pending"] });
    expect(read("?q=100%&=&&x")).toEqual({ q: "100%" });
  });

  test("without anything has nothing", () => {
    expect(read("")).toEqual({});
    expect(read("?status=&q=&tab=")).toEqual({});
    expect(dropped("?status=&q=&tab=&after=")).toEqual([]);
  });

  test("loses what is not known, and says so", () => {
    const address = "?status=failed,on_fire&tab=gone&after=2026-13-40&row=-1&open=maybe";
    expect(read(address)).toEqual({ status: ["failed"] });
    expect(dropped(address)).toEqual(["on_fire", "gone", "2026-13-40", "-1", "maybe"]);
  });
});

describe("writing an address", () => {
  test("keeps it readable", () => {
    expect(writeSearch({ status: ["failed", "pending"], q: "zoé roy", at: "a@b.c" })).toBe(
      "?status=failed,pending&q=zo%C3%A9+roy&at=a@b.c",
    );
  });

  test("leaves out what is not set", () => {
    expect(writeSearch({ status: [], q: "", tab: undefined, open: false })).toBe("");
  });

  test("is undone by reading", () => {
    const search = {
      status: ["failed"],
      source: ["a, b", "c&d=e", "100%"],
      q: "a&b=c+d %,é#?",
      row: 0,
      open: true,
    } as const;
    expect(codec.read(parseSearch(writeSearch(search)))).toEqual(search);
  });
});
