/** Which team stands under which after the run (sections 7 and 11). */

import { findTeam, type ModelTeam, teamKey } from "./directory.ts";
import { makeEntry } from "./entry.ts";
import { findRings, turnToLeast } from "./rings.ts";
import type { ModelRun } from "./run.ts";
import type { ResolvedMapping } from "./team-mappings.ts";

interface NestingRow {
  parent: ModelTeam;
  child: ModelTeam;
  line: number;
}

/** Moves children to the parents their rows name; refuses second parents and rings. */
export function planSubteams(run: ModelRun, mappings: ResolvedMapping[]): void {
  const rows: NestingRow[] = [];
  for (const { row, team, subteam, skipped } of mappings) {
    if (!skipped && team !== null && subteam !== null)
      rows.push({ parent: team, child: subteam, line: row.line });
  }
  // A child whose row stands in a ring keeps its present parent, named or not.
  const keepsPresent = new Set<string>();

  const proper: NestingRow[] = [];
  for (const row of rows) {
    if (row.parent !== row.child) {
      proper.push(row);
      continue;
    }
    keepsPresent.add(row.child.id);
    reportRow(run, "subteam_cycle", row, "self_subteam", [teamKey(row.child)]);
  }

  // Section 7: a child has one parent; the first row's parent wins.
  let accepted: NestingRow[] = [];
  for (const row of proper) {
    const first = accepted.find((other) => other.child === row.child);
    if (first !== undefined && first.parent !== row.parent) {
      reportRow(run, "subteam_conflict", row, null, undefined, first.line);
    } else {
      accepted.push(row);
    }
  }

  const isNamed = (parent: ModelTeam, child: ModelTeam): boolean =>
    mappings.some((each) => each.team === parent && each.subteam === child);

  for (;;) {
    const parents = new Map<string, string>();
    for (const child of run.after.teams) {
      const parent = parentAfter(run, child, accepted, keepsPresent, isNamed);
      if (parent !== null) parents.set(child.id, parent);
    }
    const rings = findRings(parents);
    if (rings.length === 0) {
      applyParents(run, parents, accepted);
      return;
    }
    for (const ring of rings) {
      const keys = turnToLeast(ring.map((id) => teamKey(findTeam(run.after, id))));
      const inRing = accepted.filter((row) => ring.includes(row.child.id));
      for (const row of inRing) {
        keepsPresent.add(row.child.id);
        reportRow(run, "subteam_cycle", row, "loop", keys);
      }
      accepted = accepted.filter((row) => !inRing.includes(row));
    }
  }
}

/** The parent of a team after the run, by the rows that are still accepted. */
function parentAfter(
  run: ModelRun,
  child: ModelTeam,
  accepted: NestingRow[],
  keepsPresent: Set<string>,
  isNamed: (parent: ModelTeam, child: ModelTeam) => boolean,
): string | null {
  const row = accepted.find((each) => each.child === child);
  if (row !== undefined) return row.parent.id;
  if (child.parentId === null || run.mode === "partial" || keepsPresent.has(child.id))
    return child.parentId;
  // Full mode: the mappings are authoritative for linked teams.
  const present = findTeam(run.after, child.parentId);
  const removable = child.linked && present.linked && !isNamed(present, child);
  return removable ? null : child.parentId;
}

function applyParents(run: ModelRun, parents: Map<string, string>, accepted: NestingRow[]): void {
  for (const child of run.after.teams) {
    const next = parents.get(child.id) ?? null;
    if (next === child.parentId) continue;
    const line = accepted.find((row) => row.child === child)?.line ?? null;
    const section = line === null ? null : ("teamMappings" as const);
    // A new parent is a move: the end of the one and the start of the other.
    if (child.parentId !== null) {
      const old = findTeam(run.after, child.parentId);
      run.entries.push(
        makeEntry("subteam_removed", subjectOf(old), {
          section,
          line,
          changes: { subteam: [teamKey(child), null] },
        }),
      );
    }
    if (next !== null) {
      run.entries.push(
        makeEntry("subteam_added", subjectOf(findTeam(run.after, next)), {
          section,
          line,
          changes: { subteam: [null, teamKey(child)] },
        }),
      );
    }
  }
  for (const child of run.after.teams) child.parentId = parents.get(child.id) ?? null;
}

function reportRow(
  run: ModelRun,
  type: "subteam_cycle" | "subteam_conflict",
  row: NestingRow,
  reason: "self_subteam" | "loop" | null,
  ring?: string[],
  firstLine?: number,
): void {
  const entry = makeEntry(type, subjectOf(row.parent), {
    reason,
    section: "teamMappings",
    line: row.line,
    value: teamKey(row.child),
  });
  if (ring !== undefined) entry.ring = ring;
  if (firstLine !== undefined) entry.firstLine = firstLine;
  run.entries.push(entry);
}

function subjectOf(team: ModelTeam): { type: "team"; key: string; name: string } {
  return { type: "team", key: teamKey(team), name: team.name };
}
