import { describe, expect, it } from "vitest";
import { findExceededLimits } from "../core/plan/check-limits.ts";
import { LANGUAGES } from "./language.ts";
import { labelOfLimit } from "./limit-labels.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

/** A plan that goes past everything there is a limit for. */
const EXCEEDED = findExceededLimits(
  {
    userUpdates: 9,
    teamUpdates: 9,
    reactivations: 9,
    removals: Object.fromEntries(
      ["users", "teams", "teamMembers", "teamManagers", "directManagers", "values.city"].map(
        (kind) => [kind, { base: 100, planned: 99 }],
      ),
    ),
    identities: { base: 100, planned: 99 },
    takenAddresses: { rows: 100, planned: 99 },
    emptySections: ["members", "teams", "teamMappings"].map((section) => ({ section, planned: 9 })),
  },
  { ...DEFAULT_SETTINGS.thresholds, users: 0, teams: 0 },
).map(({ limit }) => limit);

describe("labelOfLimit", () => {
  it.each(LANGUAGES)("has words for every limit that a plan can exceed (%s)", (language) => {
    expect(EXCEEDED).toHaveLength(14);
    const labels = EXCEEDED.map((limit) => labelOfLimit(limit, language));
    expect(labels).not.toContain(null);
    expect(new Set(labels).size).toBe(EXCEEDED.length);
  });

  it("names properties as the workspace does", () => {
    const label = labelOfLimit("removalsPercent.values.shirtSize", "en", () => "Shirt size");
    expect(label).toBe("Values of Shirt size to be emptied");
    expect(labelOfLimit("removalsPercent.values.city", "fr")).toBe(
      "Valeurs de «\u00a0Ville\u00a0» à vider",
    );
    expect(labelOfLimit("removalsPercent.values.shirtSize", "en")).toContain("shirtSize");
  });

  it("has none for what it does not know", () => {
    expect(labelOfLimit("toString", "en")).toBeNull();
    expect(labelOfLimit("empty.rooms", "fr")).toBeNull();
  });
});
