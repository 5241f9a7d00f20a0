import { expect, it } from "vitest";
import { stateOfKey } from "./key-state.ts";

const NOW = new Date("2026-03-10T12:00:00Z");
const USED = { expiresAt: null, replacedBy: null, lastUsedAt: "2026-03-10T11:00:00Z" };

it.each([
  ["is nothing to speak of while it works", USED, null],
  ["says that it was never used", { ...USED, lastUsedAt: null }, "neverUsed"],
  ["warns two weeks before it ends", { ...USED, expiresAt: "2026-03-24T11:59:00Z" }, "expiresSoon"],
  ["does not warn before", { ...USED, expiresAt: "2026-03-24T12:01:00Z" }, null],
  ["says that another took its place", { ...USED, replacedBy: "key_2" }, "replaced"],
  [
    "says first that it has ended",
    { ...USED, replacedBy: "key_2", expiresAt: "2026-03-10T12:00:00Z" },
    "expired",
  ],
] as const)("a key's state %s", (_, key, expected) => {
  expect(stateOfKey(key, NOW)).toBe(expected);
});
