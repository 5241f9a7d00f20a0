import { formatId, type IdKind } from "../../contract/ids.ts";
import type { PropertyRule } from "../../db/queries/check-directory.ts";
import type { Profile } from "./user-values.ts";

/** Before and after of what changed, as audit rows and history keep them. */
export interface Changes {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** The other end of a link in an audit row. */
export function linkedEnd(
  kind: IdKind,
  end: { id: number; name: string } | null,
): { id: string; name: string } | null {
  return end === null ? null : { id: formatId(kind, end.id), name: end.name };
}

/** What differs between two records, key by key; a value that is not there is `null`. */
export function compareValues(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Changes {
  const changes: Changes = { before: {}, after: {} };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, current] = [before[key] ?? null, after[key] ?? null];
    if (JSON.stringify(old) === JSON.stringify(current)) continue;
    changes.before[key] = old;
    changes.after[key] = current;
  }
  return changes;
}

/** Sensitive properties are kept as changed, without values (domain rules, section 11). */
export function hideSensitive(changes: Changes, properties: readonly PropertyRule[]): Changes {
  for (const { key, sensitive } of properties) {
    if (!sensitive || !(key in changes.before)) continue;
    changes.before[key] = null;
    changes.after[key] = null;
  }
  return changes;
}

export function isEmptyChange({ before, after }: Changes): boolean {
  return Object.keys(before).length === 0 && Object.keys(after).length === 0;
}

/** All values of a user that an audit row may name. */
export function listValues(user: {
  email: string | null;
  role: string;
  profile: Profile;
  manager: { id: number; name: string } | null;
}): Record<string, unknown> {
  return {
    email: user.email,
    ...user.profile,
    role: user.role,
    directManager: linkedEnd("user", user.manager),
  };
}
