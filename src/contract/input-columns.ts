/** The sections of a push, and what their columns are called (domain rules, section 3). */
export const INPUT_SECTIONS = ["members", "teams", "teamMappings"] as const;
export type InputSection = (typeof INPUT_SECTIONS)[number];

/** Every name of a field's column: the present one first, then legacy ones. */
type ColumnNames = readonly [present: string, ...legacy: string[]];

/** The columns of each section by field; the members section has the properties of the workspace besides. */
export const INPUT_COLUMNS = {
  members: {
    externalMemberId: ["externalMemberId", "id"],
    email: ["email"],
    firstName: ["firstName"],
    lastName: ["lastName"],
    preferredName: ["preferredName"],
    jobTitle: ["jobTitle"],
    languagePreferences: ["languagePreferences", "language"],
    productAssignations: ["productAssignations"],
    directManagerExternalId: ["directManagerExternalId"],
    directManagerEmail: ["directManagerEmail"],
  },
  teams: {
    externalTeamId: ["externalTeamId", "id"],
    teamName: ["teamName", "name"],
  },
  teamMappings: {
    externalTeamId: ["externalTeamId", "groupId"],
    externalMemberId: ["externalMemberId", "userId"],
    externalSubteamId: ["externalSubteamId", "subGroupId"],
    isMember: ["isMember"],
    isManager: ["isManager"],
  },
} as const satisfies Record<InputSection, Record<string, ColumnNames>>;

/** Of each group of fields at least one must have a column. */
export const REQUIRED_COLUMNS: Readonly<Record<InputSection, readonly (readonly string[])[]>> = {
  members: [["externalMemberId"], ["email"]],
  teams: [["externalTeamId"], ["teamName"]],
  teamMappings: [["externalTeamId"], ["externalMemberId", "externalSubteamId"]],
};

/**
 * A column's name as it is compared: without case, spaces, `-` and `_` (domain rules, section 11). The two
 * apostrophes count as one, since few keyboards have the one that French labels are printed with.
 */
export function foldColumnName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]/g, "")
    .replaceAll("\u2019", "'");
}
