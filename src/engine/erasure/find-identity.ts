import { formatId } from "../../contract/ids.ts";
import { type ErasedPeople, foldText } from "../../core/privacy/scrub.ts";
import type { Queryable } from "../../db/database.ts";
import { readIdentities, readIdentitiesInUse } from "../../db/queries/erase-users.ts";

/** The people to erase, as everything stored may name them. */
export interface Identity extends ErasedPeople {
  userIds: readonly number[];
  auditIds: readonly string[];
  /** As texts that JSON holds, for a search. */
  needles: readonly string[];
}

/**
 * Collects every name, email and external id that the users have or had. What has passed to somebody who stays (a
 * recycled address) is that person's now and left out.
 */
export async function findIdentity(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<Identity> {
  const auditIds = userIds.map((id) => formatId("user", id));
  const known = await readIdentities(transaction, workspaceId, userIds, auditIds);
  const collect = (texts: (string | null)[]) =>
    new Set(texts.filter((text) => text !== null && text !== ""));
  const names = collect(known.map((row) => row.name)) as Set<string>;
  const emails = collect(known.map((row) => row.email)) as Set<string>;
  const externalIds = collect(known.map((row) => row.external_id)) as Set<string>;
  const inUse = await readIdentitiesInUse(
    transaction,
    workspaceId,
    userIds,
    [...emails],
    [...externalIds],
  );
  for (const email of inUse.emails) emails.delete(email);
  for (const externalId of inUse.externalIds) externalIds.delete(externalId);
  const needles = [...names, ...emails, ...externalIds].map((text) =>
    JSON.stringify(text).slice(1, -1),
  );
  return {
    userIds,
    auditIds,
    ids: new Set([...userIds.map(String), ...auditIds]),
    names: new Set([...names].map(foldText)),
    emails: new Set([...emails].map(foldText)),
    externalIds,
    needles,
  };
}
