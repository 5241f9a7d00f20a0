import type { UserState } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

/** Who holds an address, and who goes by the external id of a row that wants it. */
export interface AddressHolderRow {
  id: number;
  name: string;
  is_admin: boolean;
  /** By the source of the row. */
  is_linked: boolean;
  external_id: string | null;
  /** State of the user that the source knows under the row's external id; null where there is none. */
  named_state: UserState | null;
}

/** A user as the holder of `email`; `null` once they hold it no longer. */
export async function readAddressHolder(
  queryable: Queryable,
  workspaceId: number,
  userId: number,
  row: { sourceId: number; email: string; externalId: string },
): Promise<AddressHolderRow | null> {
  const { rows } = await queryable.query<AddressHolderRow>(
    `select u.id, u.name, u.role = 'admin' as is_admin, u.source_id is not distinct from $4 as is_linked, u.external_id,
       (select named.state from users named
         where named.workspace_id = $1 and named.source_id = $4 and named.external_id = $5) as named_state
     from users u
     where u.workspace_id = $1 and u.id = $2 and u.email = $3`,
    [workspaceId, userId, row.email, row.sourceId, row.externalId],
  );
  return rows[0] ?? null;
}
