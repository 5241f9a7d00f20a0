import type { Queryable } from "../database.ts";

/** A mail whose turn has come. */
export interface DueMail {
  workspace_id: number;
  id: number;
  /** `null` = it tells of a sync. */
  invitation_id: number | null;
  attempts: number;
}

/**
 * Claims up to `limit` mails whose turn has come. Until `retryAfter` seconds (by the number of attempts, the last one
 * for all further) have passed, no other process takes them up, and then only if nothing was heard of this attempt.
 */
export async function claimDueMails(
  transaction: Queryable,
  limit: number,
  retryAfter: readonly number[],
): Promise<DueMail[]> {
  const { rows } = await transaction.query<DueMail>(
    `with due as (
       select workspace_id, id from mail_outbox
        where sent_at is null and failed_at is null and next_attempt_at <= now()
        order by next_attempt_at
        limit $1
          for update skip locked
     )
     update mail_outbox m
        set attempts = m.attempts + 1,
            next_attempt_at = now() + ($2::int[])[least(m.attempts + 1, cardinality($2::int[]))] * interval '1 second'
       from due
      where m.workspace_id = due.workspace_id and m.id = due.id
      returning m.workspace_id, m.id, m.invitation_id, m.attempts`,
    [limit, retryAfter],
  );
  return rows;
}

/** Whom a mail goes to. Read when it is sent, so that the outbox holds no address. */
export interface MailRecipient {
  email: string;
  name: string;
  first_name: string | null;
  language: string | null;
  default_language: string;
  workspace_name: string;
  expires_at: Date;
}

/** The recipient of an invitation's mail; `null` when the invitation is no longer open or the user cannot accept. */
export async function findMailRecipient(
  queryable: Queryable,
  workspaceId: number,
  invitationId: number,
): Promise<MailRecipient | null> {
  const { rows } = await queryable.query<MailRecipient>(
    `select u.email, u.name, u.profile ->> 'firstName' as first_name, u.profile ->> 'languagePreferences' as language,
            w.default_language, w.name as workspace_name, i.expires_at
       from invitations i
       join users u on u.workspace_id = i.workspace_id and u.id = i.user_id
       join workspaces w on w.id = i.workspace_id
      where i.workspace_id = $1 and i.id = $2
        and i.used_at is null and i.replaced_at is null and i.expires_at > now()
        and u.state in ('created', 'invited')`,
    [workspaceId, invitationId],
  );
  return rows[0] ?? null;
}

/** Removes a mail that is no longer wanted. */
export async function deleteMail(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<void> {
  await queryable.query("delete from mail_outbox where workspace_id = $1 and id = $2", [
    workspaceId,
    id,
  ]);
}

export async function markMailSent(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<void> {
  await queryable.query(
    "update mail_outbox set sent_at = now(), failure = null where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
}

/** Records a failure; a final one is not tried again. */
export async function markMailFailed(
  queryable: Queryable,
  workspaceId: number,
  id: number,
  failure: string,
  isFinal: boolean,
): Promise<void> {
  await queryable.query(
    `update mail_outbox set failure = $3, failed_at = case when $4 then now() end
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, failure, isFinal],
  );
}
