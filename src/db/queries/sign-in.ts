import type { AdminRole } from "../../contract/account.ts";
import type { Queryable } from "../database.ts";

/** Sign-ins that may fail in a row, and how long an address is then locked. */
export const LOCK_OUT = { failures: 10, minutes: 15 };

/**
 * Counts a try to sign in before the password is looked at, so that tries made at once are all counted. Answers until
 * when the address is locked, `null` when it is not.
 */
export async function countAttempt(queryable: Queryable, emailHash: Buffer): Promise<Date | null> {
  const { rows } = await queryable.query<{ locked_until: Date | null }>(
    `with counted as (
       insert into auth_attempts as attempt (email_hash, failures, last_failure_at)
       values ($1, 1, now())
       on conflict (email_hash) do update set
         failures = case when attempt.locked_until is not null
                           or attempt.last_failure_at < now() - make_interval(mins => $3)
                         then 1 else attempt.failures + 1 end,
         last_failure_at = now(),
         locked_until = case when attempt.locked_until is null
                              and attempt.last_failure_at >= now() - make_interval(mins => $3)
                              and attempt.failures >= $2
                             then now() + make_interval(mins => $3) end
       where attempt.locked_until is null or attempt.locked_until <= now()
       returning locked_until
     )
     select locked_until from counted
     union all
     select locked_until from auth_attempts where email_hash = $1 and not exists (select from counted)`,
    [emailHash, LOCK_OUT.failures, LOCK_OUT.minutes],
  );
  return rows[0]?.locked_until ?? null;
}

/** Forgets the failures of an address, after a sign-in that worked. */
export async function clearAttempts(queryable: Queryable, emailHash: Buffer): Promise<void> {
  await queryable.query("delete from auth_attempts where email_hash = $1", [emailHash]);
}

/** What a session is looking at: the workspace it chose, else the account's first. `null` = it administers none. */
export async function readSessionWorkspace(
  queryable: Queryable,
  sessionId: string,
): Promise<{ workspace_id: number; role: AdminRole } | null> {
  const { rows } = await queryable.query<{ workspace_id: number; role: AdminRole }>(
    `select admin.workspace_id, admin.role
       from auth_sessions session
       join workspace_admins admin on admin.account_id = session.user_id
      where session.id = $1
      order by coalesce(admin.workspace_id = session.workspace_id, false) desc, admin.workspace_id
      limit 1`,
    [sessionId],
  );
  return rows[0] ?? null;
}

export interface SessionRow {
  id: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
}

/** The open sessions of an account, newest first. */
export async function listSessions(queryable: Queryable, accountId: string): Promise<SessionRow[]> {
  const { rows } = await queryable.query<SessionRow>(
    `select id, created_at, updated_at, expires_at, ip_address, user_agent
       from auth_sessions
      where user_id = $1 and expires_at > now()
      order by created_at desc, id`,
    [accountId],
  );
  return rows;
}

/** Ends one session of an account; answers whether there was one. */
export async function deleteSession(
  queryable: Queryable,
  accountId: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "delete from auth_sessions where user_id = $1 and id = $2",
    [accountId, id],
  );
  return rowCount === 1;
}

/** Lets a session look at another workspace. */
export async function chooseWorkspace(
  queryable: Queryable,
  sessionId: string,
  workspaceId: number,
): Promise<void> {
  await queryable.query("update auth_sessions set workspace_id = $2 where id = $1", [
    sessionId,
    workspaceId,
  ]);
}

/** Removes what has run out: sessions, links a week after, counts of failures after a day. */
export async function deleteExpiredSignIn(queryable: Queryable): Promise<void> {
  await queryable.query("delete from auth_sessions where expires_at < now()");
  await queryable.query("delete from auth_links where expires_at < now() - interval '7 days'");
  await queryable.query(
    "delete from auth_attempts where last_failure_at < now() - interval '1 day'",
  );
}
