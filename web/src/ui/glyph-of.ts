import { type EntryType, ISSUE_TYPES } from "#contract/catalogue.ts";
import type { GlyphKind } from "./Glyph.tsx";

/**
 * `+` is a user or team that comes, `−` one that goes or loses access; every other update changes one that is there,
 * its links included. So the signs of rows add up to the three numbers of a sync.
 */
const SIGNS: Partial<Record<EntryType, GlyphKind>> = {
  user_created: "created",
  team_created: "created",
  user_deactivated: "removed",
  user_deleted: "removed",
  team_deleted: "removed",
};

/** The sign of an update or issue type. */
export function glyphOf(type: EntryType): GlyphKind {
  return SIGNS[type] ?? (ISSUE_TYPES.some((it) => it === type) ? "issue" : "changed");
}

/** The three numbers of a sync, from its counts by update type. */
export function sumChanges(byType: Readonly<Record<string, number>>): {
  created: number;
  changed: number;
  removed: number;
} {
  const sums = { created: 0, changed: 0, removed: 0, issue: 0 };
  for (const [type, count] of Object.entries(byType)) sums[glyphOf(type as EntryType)] += count;
  return { created: sums.created, changed: sums.changed, removed: sums.removed };
}
