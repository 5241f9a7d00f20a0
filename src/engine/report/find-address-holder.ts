import type { AddressHolder, HolderWay } from "../../contract/entry-details.ts";
import { formatId } from "../../contract/ids.ts";
import type { Database } from "../../db/database.ts";
import { type AddressHolderRow, readAddressHolder } from "../../db/queries/read-address-holder.ts";
import type { EntryRow } from "../../db/queries/read-entries.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";

/**
 * Of `email_taken`: who holds the address, and what would decide it (domain rules, section 11, "Identity"); `null`
 * where nobody is to decide any more.
 */
export async function findAddressHolder(
  database: Database,
  sync: SyncRow,
  { reason, params, email, external_id: externalId }: EntryRow,
): Promise<AddressHolder | null> {
  const holderId = params?.otherId;
  if (reason !== "email_taken" || typeof holderId !== "number") return null;
  if (email === null || externalId === null) return null;
  const row = { sourceId: sync.source_id, email, externalId };
  const holder = await readAddressHolder(database, sync.workspace_id, holderId, row);
  if (holder === null || (holder.is_linked && holder.external_id === externalId)) return null;
  return { id: formatId("user", holder.id), name: holder.name, ways: listWays(holder) };
}

function listWays({ named_state: named, is_linked, is_admin }: AddressHolderRow): HolderWay[] {
  // Somebody who is there goes by the row's id already: these are two people, and one needs another address.
  if (named !== null && named !== "deleted") return [];
  // The next sync would meet the tombstone by its id, not the holder by email; and it never links an admin.
  return named === null && is_linked && !is_admin ? ["relink", "unlink"] : ["relink"];
}
