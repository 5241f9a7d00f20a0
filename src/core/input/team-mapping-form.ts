import { INPUT_COLUMNS, REQUIRED_COLUMNS } from "../../contract/input-columns.ts";
import { cleanIdentifier, cutText, trimWhiteSpace } from "./cell-text.ts";
import { hasReason, settleFlaws, skippingFlaw } from "./flaws.ts";
import { indexByName } from "./fold-name.ts";
import type { Flaw, TeamMappingRow } from "./rows.ts";
import {
  type CellReader,
  type KnownColumn,
  LENGTH_LIMITS,
  type SectionForm,
} from "./section-form.ts";
import { parseFlag } from "./value-formats.ts";

/** A mapping row while its cells are being read. */
export interface TeamMappingDraft {
  line: number;
  teamExternalId: string | null;
  memberExternalId: string | null;
  subteamExternalId: string | null;
  /** `undefined` = blank or not given. */
  isMember: boolean | undefined;
  isManager: boolean | undefined;
  /** A member or subteam was given, though its id is unusable. */
  targetRefused: boolean;
  /** Flags count only where the row names a member, so their flaws are kept apart until that is known. */
  flagFlaws: Flaw[];
  flaws: Flaw[];
}

type IdField = "teamExternalId" | "memberExternalId" | "subteamExternalId";

const COLUMNS = INPUT_COLUMNS.teamMappings;

const PRECEDENCE = [
  "unknown_team",
  "both_targets",
  "no_target",
  "unknown_member",
  "invalid_format",
  "wrong_type",
] as const;

/** The team mappings section. */
export function createTeamMappingForm(): SectionForm<TeamMappingDraft, TeamMappingRow> {
  return {
    section: "teamMappings",
    columns: indexByName<KnownColumn<TeamMappingDraft>>([
      [COLUMNS.externalTeamId, idColumn("externalTeamId", "teamExternalId")],
      [COLUMNS.externalMemberId, idColumn("externalMemberId", "memberExternalId")],
      [COLUMNS.externalSubteamId, idColumn("externalSubteamId", "subteamExternalId")],
      [COLUMNS.isMember, { field: "isMember", open: (name) => flagColumn(name, "isMember") }],
      [COLUMNS.isManager, { field: "isManager", open: (name) => flagColumn(name, "isManager") }],
    ]),
    required: REQUIRED_COLUMNS.teamMappings,
    begin: (line) => ({
      line,
      teamExternalId: null,
      memberExternalId: null,
      subteamExternalId: null,
      isMember: undefined,
      isManager: undefined,
      targetRefused: false,
      flagFlaws: [],
      flaws: [],
    }),
    finish: finishTeamMapping,
    toBatch: (rows) => ({ section: "teamMappings", rows }),
  };
}

function idColumn(field: string, key: IdField): KnownColumn<TeamMappingDraft> {
  // An id that cannot be an id names nobody: the reason is the same as for one that matches nobody.
  const reason = key === "memberExternalId" ? "unknown_member" : "unknown_team";
  return {
    field,
    open(name) {
      const refuse = (draft: TeamMappingDraft, shown: string | null) => {
        draft.flaws.push(skippingFlaw("team_mapping_skipped", reason, name, shown));
        if (key !== "teamExternalId") draft.targetRefused = true;
      };
      return {
        readText(draft, raw) {
          const { text, wasUnsafe } = cleanIdentifier(raw);
          if (wasUnsafe) return refuse(draft, raw);
          if (text === null && key === "teamExternalId") return refuse(draft, null);
          // Cut one character behind the limit: it matches no id, and an index can hold it.
          draft[key] = text === null ? null : cutText(text, LENGTH_LIMITS.externalId + 1);
        },
        refuseType: refuse,
      };
    },
  };
}

function flagColumn(name: string, key: "isMember" | "isManager"): CellReader<TeamMappingDraft> {
  return {
    readText(draft, raw) {
      const text = trimWhiteSpace(raw);
      if (text === "") return;
      draft[key] = parseFlag(text);
      if (draft[key] === undefined) {
        draft.flagFlaws.push(skippingFlaw("invalid_value", "invalid_format", name, raw));
      }
    },
    refuseType(draft, shown) {
      draft.flagFlaws.push(skippingFlaw("invalid_value", "wrong_type", name, shown));
    },
  };
}

function finishTeamMapping(draft: TeamMappingDraft): TeamMappingRow {
  const { line, teamExternalId, memberExternalId, subteamExternalId, flaws } = draft;
  const skip = (reason: "unknown_team" | "both_targets" | "no_target", column: string) => {
    flaws.push(skippingFlaw("team_mapping_skipped", reason, column, null));
  };
  if (teamExternalId === null && !hasReason(flaws, "unknown_team")) {
    skip("unknown_team", "externalTeamId");
  }
  const namesMember = memberExternalId !== null;
  const namesSubteam = subteamExternalId !== null;
  if (namesMember && namesSubteam) skip("both_targets", "externalSubteamId");
  if (!namesMember && !namesSubteam && !draft.targetRefused) skip("no_target", "externalMemberId");
  if (namesMember) flaws.push(...draft.flagFlaws);
  // Only both blank means member; otherwise a blank flag is false (domain rules, section 11).
  const bothBlank = draft.isMember === undefined && draft.isManager === undefined;
  return {
    line,
    teamExternalId,
    memberExternalId,
    isMember: namesMember && (bothBlank || draft.isMember === true),
    isManager: namesMember && draft.isManager === true,
    subteamExternalId,
    flaws: flaws.length === 0 ? flaws : settleFlaws(flaws, PRECEDENCE),
  };
}
