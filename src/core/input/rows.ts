/**
 * The rows of a push after parsing and normalisation (domain rules, section 3), as the engine stages them.
 * Readers of every form (CSV, JSON, later connectors) produce these; nothing behind them knows the form.
 */

import type { IssueType, Reason } from "../../contract/catalogue.ts";
import { INPUT_SECTIONS, type InputSection } from "../../contract/input-columns.ts";

export const SECTIONS = INPUT_SECTIONS;
export type Section = InputSection;

/** A normalised value; `null` = given but blank (clears the property). */
export type ProfileValue = string | string[] | null;

/**
 * Something wrong with one row. `skips` = the row changes nothing; otherwise the rest of the row still applies.
 * `column` is the column or key as the sender wrote it; `value` the raw value, cut to 200 characters.
 */
export interface Flaw {
  type: IssueType;
  reason: Reason;
  column: string | null;
  value: string | null;
  skips: boolean;
}

/**
 * `line`: CSV = physical line of the record's start (header = 1); JSON = 1-based position in its array.
 * `externalId`/`email` are `null` when blank or unusable (control characters), otherwise kept even when flawed.
 */
export interface MemberRow {
  line: number;
  externalId: string | null;
  email: string | null;
  /**
   * Only columns that were given: `firstName`, `lastName`, `preferredName`, `jobTitle`, `languagePreferences`,
   * `productAssignations` (list) and every known property by its key. A value that was refused
   * (`invalid_value`) is left out, so that the present one stays.
   */
  profile: Record<string, ProfileValue>;
  /** `undefined` = neither manager column was given. Both `null` = blank: the manager is removed. */
  manager: { externalId: string | null; email: string | null } | undefined;
  flaws: Flaw[];
}

export interface TeamRow {
  line: number;
  externalId: string | null;
  name: string | null;
  flaws: Flaw[];
}

/** One mapping row: either a member with its two flags (already resolved: both blank = member) or a subteam. */
export interface TeamMappingRow {
  line: number;
  teamExternalId: string | null;
  memberExternalId: string | null;
  isMember: boolean;
  isManager: boolean;
  subteamExternalId: string | null;
  flaws: Flaw[];
}

export type InputBatch =
  | { section: "members"; rows: MemberRow[] }
  | { section: "teams"; rows: TeamRow[] }
  | { section: "teamMappings"; rows: TeamMappingRow[] };

/** A column that is no field and no property: dropped, reported once per input as `unknown_property`. */
export interface UnknownColumn {
  section: Section;
  column: string;
  /** Nearest known name, when one is near enough to be a likely misspelling. */
  nearest: string | null;
  line: number;
}

/** What a reader knows once the input is read to its end. A section that is absent here was not in the input. */
export interface InputSummary {
  sections: Partial<Record<Section, { file: string; rows: number }>>;
  unknownColumns: UnknownColumn[];
  bytes: number;
}

/** A default or custom property of the workspace, as header matching and value checks need it. */
export interface PropertyDefinition {
  key: string;
  labels: string[];
  type: "text" | "date";
}
