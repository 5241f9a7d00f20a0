import { describe, expect, it } from "vitest";
import { ISSUE_TYPES, UPDATE_TYPES } from "./catalogue.ts";
import { DEFAULT_PROPERTIES } from "./default-properties.ts";
import { labelOf } from "./labels.ts";
import { LANGUAGES } from "./language.ts";
import { FIELDS, propertyLabel } from "./property-labels.ts";

describe("labelOf", () => {
  it.each([
    ["user_created", "User created", "Utilisateur créé"],
    ["user_deactivated", "User deactivated", "Utilisateur désactivé"],
    ["direct_manager_assigned", "Direct Manager assigned", "Gestionnaire direct attribué"],
    ["subteam_removed", "Subteam removed", "Sous-équipe retirée"],
    ["admin_protected", "Administrator kept", "Administrateur conservé"],
    [
      "manager_profile_missing",
      "No Officevibe profile for Direct Manager",
      "Aucun profil Officevibe pour le gestionnaire direct",
    ],
  ] as const)("%s", (type, en, fr) => {
    expect(labelOf(type, "en", "Officevibe")).toBe(en);
    expect(labelOf(type, "fr", "Officevibe")).toBe(fr);
  });

  it.each(LANGUAGES)("tells all types apart (%s)", (language) => {
    const labels = [...ISSUE_TYPES, ...UPDATE_TYPES].map((type) => labelOf(type, language, "P"));
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe("propertyLabel", () => {
  it("knows fields and default properties, and leaves custom ones to the workspace", () => {
    expect(propertyLabel("jobTitle", "fr")).toBe("Titre du poste");
    expect(propertyLabel("hireDate", "en")).toBe("Hire date");
    expect(propertyLabel("toString", "en")).toBeNull();
    expect(propertyLabel("shirtSize", "en")).toBeNull();
  });

  it.each(LANGUAGES)("tells all properties apart (%s)", (language) => {
    const keys = [...FIELDS, ...DEFAULT_PROPERTIES.map(({ key }) => key)];
    const labels = keys.map((key) => propertyLabel(key, language));
    expect(labels).not.toContain(null);
    expect(new Set(labels).size).toBe(keys.length);
  });
});
