import type { Queryable } from "../database.ts";

/** How long an invitation is good for (domain rules, section 6). */
export const INVITATION_DAYS = 7;

/** Ends the open invitations of these users: used, or a newer one takes their place. */
export async function closeInvitations(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
  how: "used" | "replaced",
): Promise<void> {
  await transaction.query(
    `update invitations
        set used_at = case when $3 = 'used' then now() end,
            replaced_at = case when $3 = 'replaced' then now() end
      where workspace_id = $1 and user_id = any ($2::bigint[])
        and used_at is null and replaced_at is null`,
    [workspaceId, userIds, how],
  );
}

/** An open invitation for each user, and its mail in the outbox. */
export async function insertInvitationsWithMail(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<void> {
  await transaction.query(
    `with made as (
       insert into invitations (workspace_id, user_id, expires_at)
       select $1, user_id, now() + $3 * interval '1 day' from unnest($2::bigint[]) as user_id
       returning id
     )
     insert into mail_outbox (workspace_id, invitation_id)
     select $1, id from made`,
    [workspaceId, userIds, INVITATION_DAYS],
  );
}

/** One open invitation. */
export async function insertInvitation(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
): Promise<{ id: number; expires_at: Date }> {
  const { rows } = await transaction.query<{ id: number; expires_at: Date }>(
    `insert into invitations (workspace_id, user_id, expires_at)
     values ($1, $2, now() + $3 * interval '1 day') returning id, expires_at`,
    [workspaceId, userId, INVITATION_DAYS],
  );
  return rows[0]!;
}

/** Puts the mail of an invitation into the outbox. */
export async function insertMail(
  transaction: Queryable,
  workspaceId: number,
  invitationId: number,
): Promise<void> {
  await transaction.query("insert into mail_outbox (workspace_id, invitation_id) values ($1, $2)", [
    workspaceId,
    invitationId,
  ]);
}

/** Makes a token open an invitation, beside those that do already. */
export async function addTokenHash(
  transaction: Queryable,
  workspaceId: number,
  invitationId: number,
  hash: Buffer,
): Promise<void> {
  await transaction.query(
    "update invitations set token_hashes = token_hashes || $3::bytea where workspace_id = $1 and id = $2",
    [workspaceId, invitationId, hash],
  );
}

export interface FoundInvitation {
  user_id: number;
  token_hashes: Buffer[];
  used: boolean;
  /** Neither used, replaced nor expired. */
  open: boolean;
  workspace_name: string;
}

/** An invitation by its number. */
export async function findInvitation(
  queryable: Queryable,
  workspaceId: number,
  invitationId: number,
): Promise<FoundInvitation | null> {
  const { rows } = await queryable.query<FoundInvitation>(
    `select i.user_id, i.token_hashes, i.used_at is not null as used,
            i.used_at is null and i.replaced_at is null and i.expires_at > now() as open,
            w.name as workspace_name
       from invitations i join workspaces w on w.id = i.workspace_id
      where i.workspace_id = $1 and i.id = $2`,
    [workspaceId, invitationId],
  );
  return rows[0] ?? null;
}
