/** One push of a source organisation, with the faults that real files have. */

import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { Flaw, MemberRow, TeamMappingRow, TeamRow } from "../../src/core/input/rows.ts";
import { memberRow, nestingRow, placeRow, teamRow } from "./build.ts";
import type { ModelInput } from "./run.ts";
import {
  EMAILS,
  EXTERNAL_IDS,
  pick,
  pickFrom,
  type SourceOrganisation,
  TEAM_IDS,
  TEAM_NAMES,
} from "./source-organisation.ts";

export const MEMBER_FAULTS = [
  "repeatedRow",
  "repeatedExternalId",
  "repeatedEmail",
  "missingExternalId",
  "missingEmail",
  "invalidEmail",
  "longExternalId",
  "invalidDate",
] as const;
export const TEAM_FAULTS = ["repeatedTeam", "missingTeamId", "missingName", "longName"] as const;
export const MAPPING_FAULTS = [
  "repeatedPair",
  "secondFlags",
  "bothFlagsFalse",
  "unknownTeam",
  "unknownMember",
  "noTarget",
  "bothTargets",
  "secondParent",
  "thirdParent",
  "selfSubteam",
  "unknownSubteam",
] as const;
export const FAULTS = [...MEMBER_FAULTS, ...TEAM_FAULTS, ...MAPPING_FAULTS] as const;

/** A faulty row, put in at a place that `a` picks. */
export interface Fault {
  kind: (typeof FAULTS)[number];
  a: number;
  b: number;
}

export const SECTION_FORMS = ["given", "missing", "empty"] as const;
export type SectionForm = (typeof SECTION_FORMS)[number];

/** How a push is written down. */
export interface PushForm {
  mode: SyncMode;
  members: SectionForm;
  teams: SectionForm;
  teamMappings: SectionForm;
  /** Columns that the file lacks; `manager` stands for both manager columns. */
  missingColumns: string[];
  reversed: boolean;
  faults: Fault[];
}

/** The rows of the push, as parsing and normalising would leave them. Lines are positions, from 1 on, as in JSON. */
export function renderInput(source: SourceOrganisation, form: PushForm): ModelInput {
  const input: ModelInput = {};
  if (form.members !== "missing")
    input.members = form.members === "empty" ? [] : renderMembers(source, form);
  if (form.teams !== "missing")
    input.teams = form.teams === "empty" ? [] : renderTeams(source, form);
  if (form.teamMappings !== "missing")
    input.teamMappings = form.teamMappings === "empty" ? [] : renderMappings(source, form);
  return input;
}

/** Puts the faulty rows in, turns the order round if asked, and numbers the lines. */
function finish<T extends { line: number }>(
  rows: T[],
  form: PushForm,
  makeFaulty: (fault: Fault, rows: T[]) => T | null,
): T[] {
  const all = form.reversed ? [...rows].reverse() : [...rows];
  for (const fault of form.faults) {
    const faulty = makeFaulty(fault, all);
    if (faulty !== null) all.splice(fault.a % (all.length + 1), 0, faulty);
  }
  return all.map((row, index) => ({ ...structuredClone(row), line: index + 1 }));
}

function flaw(type: Flaw["type"], reason: Flaw["reason"], column: string, value: string | null) {
  return { type, reason, column, value, skips: type !== "invalid_value" };
}

function renderMembers(source: SourceOrganisation, form: PushForm): MemberRow[] {
  const rows = source.people.map((person) => {
    const profile = Object.fromEntries(
      Object.entries(person.profile).filter(([column]) => !form.missingColumns.includes(column)),
    );
    const manager = form.missingColumns.includes("manager") ? undefined : person.manager;
    return memberRow(0, person.externalId, { email: person.email, profile, manager });
  });
  return finish(rows, form, (fault, all) => makeFaultyMember(fault, all));
}

function makeFaultyMember({ kind, a, b }: Fault, rows: MemberRow[]): MemberRow | null {
  const model = pick(rows, b);
  const row = memberRow(0, pickFrom(EXTERNAL_IDS, b), { email: pickFrom(EMAILS, a) });
  const skip = (reason: Flaw["reason"], column: string, value: string | null): Flaw[] => [
    flaw("user_skipped", reason, column, value),
  ];
  const long = "L".repeat(256);
  switch (kind) {
    case "repeatedRow":
      return model === undefined ? null : { ...model };
    case "repeatedExternalId":
      return model === undefined ? null : repeat(row, model, "externalMemberId");
    case "repeatedEmail":
      return model === undefined ? null : repeat(row, model, "email");
    case "missingExternalId":
      return {
        ...row,
        externalId: null,
        flaws: skip("missing_external_id", "externalMemberId", null),
      };
    case "missingEmail":
      return { ...row, email: null, flaws: skip("missing_email", "email", null) };
    case "invalidEmail":
      return { ...row, email: "nobody", flaws: skip("invalid_email", "email", "nobody") };
    case "longExternalId":
      return {
        ...row,
        externalId: long,
        flaws: skip("value_too_long", "externalMemberId", long.slice(0, 200)),
      };
    case "invalidDate":
      return {
        ...row,
        flaws: [flaw("invalid_value", "invalid_format", "hireDate", "31/31/2020")],
      };
    default:
      return null;
  }
}

/** Another row's external id or email, with what reading found wrong with that value. */
function repeat(row: MemberRow, model: MemberRow, column: "externalMemberId" | "email"): MemberRow {
  const flaws = model.flaws.filter((each) => each.skips && each.column === column);
  const value = column === "email" ? { email: model.email } : { externalId: model.externalId };
  return { ...row, ...value, flaws };
}

function renderTeams(source: SourceOrganisation, form: PushForm): TeamRow[] {
  const rows = source.teams.map((team) => teamRow(0, team.externalId, { name: team.name }));
  return finish(rows, form, (fault) => makeFaultyTeam(fault));
}

function makeFaultyTeam({ kind, a, b }: Fault): TeamRow | null {
  const row = teamRow(0, pickFrom(TEAM_IDS, b), { name: pickFrom(TEAM_NAMES, a) });
  const skip = (reason: Flaw["reason"], column: string, value: string | null): Flaw[] => [
    flaw("team_skipped", reason, column, value),
  ];
  const long = "N".repeat(201);
  switch (kind) {
    case "repeatedTeam":
      return row;
    case "missingTeamId":
      return {
        ...row,
        externalId: null,
        flaws: skip("missing_external_id", "externalTeamId", null),
      };
    case "missingName":
      return { ...row, name: null, flaws: skip("missing_name", "teamName", null) };
    case "longName":
      return { ...row, name: long, flaws: skip("value_too_long", "teamName", long.slice(0, 200)) };
    default:
      return null;
  }
}

function renderMappings(source: SourceOrganisation, form: PushForm): TeamMappingRow[] {
  const rows = source.teams.flatMap((team) => {
    const places = team.places.map(({ person, isMember, isManager }) =>
      placeRow(0, team.externalId, person, { isMember, isManager }),
    );
    return team.parent === null ? places : [...places, nestingRow(0, team.parent, team.externalId)];
  });
  return finish(rows, form, (fault, all) => makeFaultyMapping(fault, all));
}

function makeFaultyMapping({ kind, a, b }: Fault, rows: TeamMappingRow[]): TeamMappingRow | null {
  const team = pickFrom(TEAM_IDS, a);
  const member = pickFrom(EXTERNAL_IDS, b);
  const model = pick(rows, b);
  const skip = (reason: Flaw["reason"]): Flaw[] => [
    { type: "team_mapping_skipped", reason, column: null, value: null, skips: true },
  ];
  switch (kind) {
    case "repeatedPair":
      return model === undefined ? null : { ...model };
    case "secondFlags":
      return placeRow(0, team, member, { isMember: a % 2 === 0, isManager: b % 2 === 0 });
    case "bothFlagsFalse":
      return placeRow(0, team, member, { isMember: false });
    case "unknownTeam":
      return placeRow(0, "T9", member);
    case "unknownMember":
      return placeRow(0, team, "P9");
    case "noTarget":
      return placeRow(0, team, null, { flaws: skip("no_target") });
    case "bothTargets":
      return placeRow(0, team, member, {
        subteamExternalId: pickFrom(TEAM_IDS, b),
        flaws: skip("both_targets"),
      });
    case "secondParent":
    case "thirdParent":
      return makeSecondParent(rows, team, b);
    case "selfSubteam":
      return nestingRow(0, team, team);
    case "unknownSubteam":
      return nestingRow(0, team, "T9");
    default:
      return null;
  }
}

/** Names another parent for a child that a row nests already. */
function makeSecondParent(rows: TeamMappingRow[], team: string, number: number): TeamMappingRow {
  const nested = pick(
    rows.filter((row) => row.subteamExternalId !== null),
    number,
  );
  const others = rows
    .map((row) => row.teamExternalId)
    .filter((id) => id !== nested?.teamExternalId && id !== nested?.subteamExternalId);
  return nestingRow(
    0,
    pick(others, number) ?? team,
    nested?.subteamExternalId ?? pickFrom(TEAM_IDS, number),
  );
}
