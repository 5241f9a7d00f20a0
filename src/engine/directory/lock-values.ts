import { formatId } from "../../contract/ids.ts";
import { LOCKABLE_FIELDS } from "../../contract/lockable-fields.ts";
import type { PropertyRule } from "../../db/queries/check-directory.ts";
import { deleteLocks, insertLocks } from "../../db/queries/value-locks.ts";
import { writeAudit } from "../audit.ts";
import type { DirectoryChange } from "./change-directory.ts";
import { refuse } from "./user-values.ts";

/** Whether syncs are to leave a value alone, by field or property. */
export type WantedLocks = Readonly<Record<string, boolean>>;

/** Throws 422 naming every value that cannot be locked. */
export function checkLocks(wanted: WantedLocks, properties: readonly PropertyRule[]): void {
  const lockable = new Set<string>([...LOCKABLE_FIELDS, ...properties.map(({ key }) => key)]);
  refuse(
    Object.keys(wanted)
      .filter((key) => !lockable.has(key))
      .map((key) => ({
        pointer: `/locked/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        message: "cannot be locked",
        fault: "not_lockable" as const,
      })),
  );
}

/** Locks and unlocks values of a user. The audit log tells which, never what they are. */
export async function changeLocks(
  { transaction, workspaceId, actor }: DirectoryChange,
  user: { id: number; name: string },
  wanted: WantedLocks,
): Promise<void> {
  const those = (isLocked: boolean) => ({
    ...{ workspaceId, userId: user.id },
    properties: Object.keys(wanted).filter((key) => wanted[key] === isLocked),
  });
  const target = { type: "user", id: formatId("user", user.id), name: user.name };
  const all = (properties: string[], isLocked: boolean) =>
    Object.fromEntries(properties.sort().map((key) => [key, isLocked]));

  const locked = await insertLocks(transaction, those(true), actor.name);
  if (locked.length > 0) {
    const sides = { before: all(locked, false), after: all(locked, true) };
    await writeAudit(transaction, actor, { action: "values_locked", target, ...sides });
  }
  const unlocked = await deleteLocks(transaction, those(false));
  if (unlocked.length > 0) {
    const sides = { before: all(unlocked, true), after: all(unlocked, false) };
    await writeAudit(transaction, actor, { action: "values_unlocked", target, ...sides });
  }
}
