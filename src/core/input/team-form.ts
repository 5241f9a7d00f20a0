import { INPUT_COLUMNS, REQUIRED_COLUMNS } from "../../contract/input-columns.ts";
import { cleanIdentifier, cleanText, cutText, exceedsLength } from "./cell-text.ts";
import { hasReason, invalidValue, settleFlaws, skippingFlaw } from "./flaws.ts";
import { indexByName } from "./fold-name.ts";
import type { TeamRow } from "./rows.ts";
import {
  type CellReader,
  type KnownColumn,
  LENGTH_LIMITS,
  type SectionForm,
} from "./section-form.ts";

const COLUMNS = INPUT_COLUMNS.teams;

const PRECEDENCE = [
  "missing_external_id",
  "invalid_external_id",
  "missing_name",
  "value_too_long",
] as const;

/** The teams section. */
export function createTeamForm(): SectionForm<TeamRow, TeamRow> {
  return {
    section: "teams",
    columns: indexByName<KnownColumn<TeamRow>>([
      [COLUMNS.externalTeamId, { field: "externalTeamId", open: externalIdColumn }],
      [COLUMNS.teamName, { field: "teamName", open: nameColumn }],
    ]),
    required: REQUIRED_COLUMNS.teams,
    begin: (line) => ({ line, externalId: null, name: null, flaws: [] }),
    finish: finishTeam,
    toBatch: (rows) => ({ section: "teams", rows }),
  };
}

function externalIdColumn(name: string): CellReader<TeamRow> {
  const refuse = (row: TeamRow, shown: string) => {
    row.flaws.push(skippingFlaw("team_skipped", "invalid_external_id", name, shown));
  };
  return {
    readText(row, raw) {
      const { text, wasUnsafe } = cleanIdentifier(raw);
      if (wasUnsafe) return refuse(row, raw);
      row.externalId = text;
      if (text === null) {
        row.flaws.push(skippingFlaw("team_skipped", "missing_external_id", name, null));
      } else if (exceedsLength(text, LENGTH_LIMITS.externalId)) {
        row.externalId = cutText(text, LENGTH_LIMITS.externalId + 1);
        row.flaws.push(skippingFlaw("team_skipped", "value_too_long", name, raw));
      }
    },
    refuseType: refuse,
  };
}

function nameColumn(name: string): CellReader<TeamRow> {
  return {
    readText(row, raw) {
      const { text, wasUnsafe } = cleanText(raw);
      row.name = text;
      if (wasUnsafe) row.flaws.push(invalidValue("control_characters", name, raw));
      if (text === null) {
        row.flaws.push(skippingFlaw("team_skipped", "missing_name", name, null));
      } else if (exceedsLength(text, LENGTH_LIMITS.name)) {
        row.name = cutText(text, LENGTH_LIMITS.name + 1);
        row.flaws.push(skippingFlaw("team_skipped", "value_too_long", name, raw));
      }
    },
    // A team without a usable name cannot be shown, so a list or an object counts as no name.
    refuseType(row, shown) {
      row.flaws.push(skippingFlaw("team_skipped", "missing_name", name, shown));
    },
  };
}

function finishTeam(row: TeamRow): TeamRow {
  const { externalId, flaws } = row;
  // Where the key is absent from a JSON row, no cell has been read that could have said so.
  if (externalId === null && !hasReason(flaws, "missing_external_id", "invalid_external_id")) {
    flaws.push(skippingFlaw("team_skipped", "missing_external_id", "externalTeamId", null));
  }
  if (row.name === null && !hasReason(flaws, "missing_name")) {
    flaws.push(skippingFlaw("team_skipped", "missing_name", "teamName", null));
  }
  if (flaws.length > 0) row.flaws = settleFlaws(flaws, PRECEDENCE);
  return row;
}
