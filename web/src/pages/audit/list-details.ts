import type { AuditEntry } from "../../api/audit.ts";

/** One thing that an entry tells of what was done. */
export type Detail =
  | { kind: "fact"; key: string; value: unknown }
  | { kind: "change"; key: string; before: unknown; after: unknown }
  /** A value whose property is sensitive: that it changed is all that is kept. */
  | { kind: "hidden"; key: string };

/** What was done in detail, in the order that it is kept. What goes without saying is left out. */
export function listDetails({
  action,
  before,
  after,
}: Pick<AuditEntry, "before" | "after"> & { action?: string }): Detail[] {
  if (action === "values_locked" || action === "values_unlocked") {
    return [{ kind: "fact", key: "properties", value: Object.keys(after ?? {}) }];
  }
  if (before === null || after === null) {
    const isGone = after === null;
    return Object.entries(before ?? after ?? {})
      .filter(([, value]) => !isNothing(value))
      .map(([key, value]) =>
        isGone ? { kind: "change", key, before: value, after: null } : { kind: "fact", key, value },
      );
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => {
    const [old, current] = [before[key] ?? null, after[key] ?? null];
    // `null` = no limit stands against a number; twice, it stands for what is not told.
    if (old === null && current === null) return { kind: "hidden", key };
    return { kind: "change", key, before: old, after: current };
  });
}

/** What would only say that something was not so. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false || value === "";
}
