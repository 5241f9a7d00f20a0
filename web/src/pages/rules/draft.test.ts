import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#contract/settings.ts";
import { isSound, patchOf } from "./draft.ts";

const SAVED = DEFAULT_SETTINGS;
const limits = (values: object) => ({ ...SAVED, thresholds: { ...SAVED.thresholds, ...values } });

describe("what is saved of a draft", () => {
  it("is nothing when nothing was changed", () => {
    expect(patchOf(SAVED, structuredClone(SAVED))).toBeNull();
  });
  it("is what was changed and nothing else", () => {
    const draft = { ...limits({ removalsPercent: null }), paused: true };
    expect(patchOf(SAVED, draft)).toEqual({ paused: true, thresholds: { removalsPercent: null } });
  });
});

describe("a draft can be saved", () => {
  it.each([
    ["as it comes", SAVED, true],
    ["with a limit of 0", limits({ users: 0 }), true],
    ["without limits", limits({ users: null, removalsPercent: null }), true],
    ["not with a share over 100", limits({ removalsPercent: 101 }), false],
    ["not with an emptied field", limits({ reactivations: Number.NaN }), false],
    ["not with half a day", { ...SAVED, approvalExpiryDays: 1.5 }, false],
    ["not with reports that are kept too short", { ...SAVED, reportRetentionDays: 29 }, false],
  ])("%s", (_, draft, expected) => {
    expect(isSound(draft)).toBe(expected);
  });
});
