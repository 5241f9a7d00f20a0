import type { NewUser, UserChange } from "../../contract/directory.ts";
import { formatId } from "../../contract/ids.ts";
import type { Database } from "../../db/database.ts";
import { readPropertyRules } from "../../db/queries/check-directory.ts";
import { insertUser, updateUserValues } from "../../db/queries/write-users.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { EngineError } from "../engine-error.ts";
import { covers } from "../permission.ts";
import { compareValues, hideSensitive, isEmptyChange, listValues } from "./audit-changes.ts";
import {
  changeDirectory,
  type DirectoryChange,
  takeKnownUser,
  takeLiveUser,
} from "./change-directory.ts";
import { changeLocks, checkLocks, type WantedLocks } from "./lock-values.ts";
import { takeDirectManager } from "./reporting-line.ts";
import { requireFreeEmail, requireOtherAdmin, requireSeat } from "./user-rules.ts";
import { checkUserValues, type ValueRules } from "./user-values.ts";

/** Adds a user by hand, in state `created`; answers the id. */
export async function createUser(
  database: Database,
  actor: Actor,
  given: NewUser,
): Promise<number> {
  return changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const rules = await readValueRules(change);
    const { email, profile } = checkUserValues(given, null, rules);
    const role = given.role ?? "employee";
    if (role !== "employee") requireRoleRight(actor);
    const manager = given.directManagerId
      ? await takeDirectManager(change, given.directManagerId, null)
      : null;
    await requireFreeEmail(change, email!, null);
    await requireSeat(change);
    const user = { email: email!, profile, role, managerId: manager?.id ?? null };
    const id = await insertUser(transaction, workspaceId, user);
    const changes = compareValues({}, listValues({ ...user, manager }));
    await writeAudit(transaction, actor, {
      action: "user_created",
      target: { type: "user", id: formatId("user", id), name: nameOf(email!, profile) },
      ...hideSensitive(changes, rules.properties),
    });
    return id;
  });
}

/** Changes and locks what is given of a user; nothing is written when nothing differs. Who is deleted can only be unlocked. */
export async function updateUser(
  database: Database,
  actor: Actor,
  userId: number,
  given: UserChange,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const unlocked = listUnlockedOnly(given);
    if (unlocked !== null) return unlockValues(change, userId, unlocked);
    const user = await takeLiveUser(change, userId);
    const rules = await readValueRules(change);
    const checked = checkUserValues(given, user.profile, rules);
    if (given.locked !== undefined) checkLocks(given.locked, rules.properties);
    const role = given.role ?? user.role;
    if (role !== user.role) {
      requireRoleRight(actor);
      if (role !== "admin") await requireOtherAdmin(change, user);
    }
    const present =
      user.manager_id === null ? null : { id: user.manager_id, name: user.manager_name ?? "" };
    const manager = await chooseManager(change, given.directManagerId, present, userId);
    const email = checked.email ?? user.email;
    if (email !== user.email) await requireFreeEmail(change, email, userId);
    const changes = compareValues(
      listValues({ email: user.email, role: user.role, profile: user.profile, manager: present }),
      listValues({ email, role, profile: checked.profile, manager }),
    );
    const name = nameOf(email, checked.profile);
    if (!isEmptyChange(changes)) {
      const values = { email, profile: checked.profile, role, managerId: manager?.id ?? null };
      await updateUserValues(transaction, workspaceId, userId, values);
      await writeAudit(transaction, actor, {
        action: "user_updated",
        target: { type: "user", id: formatId("user", userId), name },
        ...hideSensitive(changes, rules.properties),
      });
    }
    if (given.locked !== undefined) await changeLocks(change, { id: userId, name }, given.locked);
  });
}

/** What is unlocked, where that is all that is asked for. */
function listUnlockedOnly({ locked, ...others }: UserChange): WantedLocks | null {
  const wanted = Object.values(locked ?? {});
  const isAll = Object.keys(others).length === 0 && wanted.length > 0;
  return locked !== undefined && isAll && !wanted.includes(true) ? locked : null;
}

/** Also of who is deleted: coming back, the person is given what is locked and not what the source brings. */
async function unlockValues(
  change: DirectoryChange,
  userId: number,
  unlocked: WantedLocks,
): Promise<void> {
  const { name } = await takeKnownUser(change, userId);
  const { properties } = await readValueRules(change);
  checkLocks(unlocked, properties);
  await changeLocks(change, { id: userId, name }, unlocked);
}

async function chooseManager(
  change: DirectoryChange,
  given: string | null | undefined,
  present: { id: number; name: string } | null,
  userId: number,
): Promise<{ id: number; name: string } | null> {
  if (given === undefined) return present;
  if (given === null || given === "") return null;
  if (present !== null && given === formatId("user", present.id)) return present;
  return takeDirectManager(change, given, userId);
}

/** "A key cannot set roles" (domain rules, section 11, "Keys and people"). */
function requireRoleRight(actor: Actor): void {
  if (covers(actor.scope, "admin")) return;
  throw new EngineError(
    403,
    "roles_need_admin",
    "An API key cannot set roles. A signed-in admin can.",
    [
      {
        ...{ pointer: "/role", message: "can only be set by a signed-in admin" },
        fault: "admins_only",
      },
    ],
  );
}

async function readValueRules({
  transaction,
  workspaceId,
  rules,
}: DirectoryChange): Promise<ValueRules> {
  return {
    properties: await readPropertyRules(transaction, workspaceId),
    products: rules.products,
    defaultProduct: rules.default_product,
  };
}

/** As the database makes it: first and last name, else the address. */
function nameOf(email: string, profile: Record<string, unknown>): string {
  return `${profile.firstName ?? ""} ${profile.lastName ?? ""}`.trim() || email;
}
