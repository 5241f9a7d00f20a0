import { describe, expect, it } from "vitest";
import { findZones, listZoneNames, offsetOf } from "./time-zones.ts";

describe("time zones", () => {
  it("are those of the IANA, with UTC", () => {
    expect(listZoneNames()).toEqual(expect.arrayContaining(["UTC", "Europe/Paris", "Asia/Tokyo"]));
  });
  it.each(["new york", "New_York", "york america", "NEW  YÖRK"])("are found by %s", (text) => {
    expect(findZones(["Europe/York", "America/New_York", "America/Denver"], text)).toEqual([
      "America/New_York",
    ]);
  });
  it("tell how far they are from UTC on the day", () => {
    const winter = new Date("2026-01-15T12:00:00Z");
    expect(offsetOf("Asia/Kolkata", winter)).toBe("UTC+05:30");
    expect(offsetOf("America/New_York", winter)).toBe("UTC−05:00");
    expect(offsetOf("America/New_York", new Date("2026-07-15T12:00:00Z"))).toBe("UTC−04:00");
    expect(offsetOf("UTC", winter)).toBe("UTC+00:00");
  });
});
