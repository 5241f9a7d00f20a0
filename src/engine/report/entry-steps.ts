import type { ReportEntry } from "../../contract/entry.ts";
import type { EntryStep, Match } from "../../contract/entry-details.ts";
import type { EntryRow } from "../../db/queries/read-entries.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";

/** How a row became its entry. A time or a way that was not kept is left out, never guessed. */
export function listSteps(
  sync: SyncRow,
  row: EntryRow,
  entry: ReportEntry,
  related: readonly EntryRow[],
): EntryStep[] {
  const { decision } = sync;
  const isSettled = entry.outcome === "applied" || entry.outcome === "skipped";
  const steps: EntryStep[] = [
    { step: "read", at: isoOf(sync.input_accepted_at), value: readFrom(row), by: null },
    { step: "matched", at: isoOf(sync.planned_at), value: matchOf(row, entry, related), by: null },
  ];
  if (decision !== null) {
    steps.push({ step: "decided", at: decision.at, value: decision.reason, by: decision.by });
  }
  steps.push({
    step: "result",
    // An update that still waits, or never came to be applied, has no time of its own.
    at: isSettled || entry.kind === "issue" ? entry.at : null,
    value: entry.outcome ?? "issue",
    by: null,
  });
  return steps;
}

function readFrom(row: EntryRow): string {
  if (row.type === "unknown_property") return "column";
  return row.section === null ? "absent" : "row";
}

/** Absence is the lack of a row (domain rules, section 11, "Presence and removals"). */
function matchOf(row: EntryRow, entry: ReportEntry, related: readonly EntryRow[]): Match | null {
  if (entry.kind === "issue") return null;
  if (row.section === null) return "absence";
  const types = [row, ...related].map(({ type }) => type);
  if (types.includes("user_created") || types.includes("team_created")) return "none";
  if (types.includes("user_linked")) return "email";
  if (types.includes("team_linked")) return "name";
  return "external_id";
}

function isoOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
