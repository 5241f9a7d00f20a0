import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./language.ts";
import { describeSetting, labelOfSetting, listSettings, SETTING_KEYS } from "./setting-labels.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

describe("settings in words", () => {
  it.each(LANGUAGES)("tells all settings apart (%s)", (language) => {
    const labels = SETTING_KEYS.map((key) => labelOfSetting(key, language));
    expect(labels).not.toContain(null);
    expect(new Set(labels).size).toBe(SETTING_KEYS.length);
  });

  it("lists every setting, limits beside the others", () => {
    const listed = listSettings(DEFAULT_SETTINGS);
    expect(listed.map(({ value }) => value)).not.toContain(undefined);
    const { thresholds, ...plain } = DEFAULT_SETTINGS;
    expect(listed).toHaveLength(Object.keys({ ...thresholds, ...plain }).length);
    expect(listed).toContainEqual({ key: "thresholds.removalsPercent", value: 10 });
  });

  it.each([
    ["thresholds.removalsPercent", 10, "10%", "10\u00a0%"],
    ["thresholds.users", 1500, "1,500", "1\u202f500"],
    ["thresholds.users", null, "No limit", "Aucune limite"],
    ["thresholds.teams", 0, "0", "0"],
    ["approvalExpiryDays", 7, "7 days", "7\u00a0jours"],
    ["undoWindowDays", 1, "1 day", "1\u00a0jour"],
    ["automaticInvite", true, "On", "Oui"],
    ["paused", false, "Off", "Non"],
    ["absentInvited", "delete", "Deleted", "Supprimées"],
    ["absentInvited", "deactivate", "Lose access", "Perdent leur accès"],
  ])("%s %s", (key, value, en, fr) => {
    expect(describeSetting(key, value, "en")).toBe(en);
    expect(describeSetting(key, value, "fr")).toBe(fr);
  });

  it("has no label for what it does not know", () => {
    expect(labelOfSetting("toString", "en")).toBeNull();
    expect(labelOfSetting("thresholds", "fr")).toBeNull();
  });
});
