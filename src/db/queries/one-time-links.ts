import type { Queryable } from "../database.ts";

export type LinkPurpose = "setup" | "password";

export async function insertLink(
  queryable: Queryable,
  link: { tokenHash: Buffer; purpose: LinkPurpose; accountId: string | null; hours: number },
): Promise<void> {
  await queryable.query(
    `insert into auth_links (token_hash, purpose, account_id, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4))`,
    [link.tokenHash, link.purpose, link.accountId, link.hours],
  );
}

/** Uses a link up: answers whose it is, or `null` when it is unknown, used or expired. */
export async function takeLink(
  queryable: Queryable,
  tokenHash: Buffer,
  purpose: LinkPurpose,
): Promise<{ accountId: string | null } | null> {
  const { rows } = await queryable.query<{ account_id: string | null }>(
    `update auth_links
        set used_at = now()
      where token_hash = $1 and purpose = $2 and used_at is null and expires_at > now()
      returning account_id`,
    [tokenHash, purpose],
  );
  return rows[0] === undefined ? null : { accountId: rows[0].account_id };
}

/** Ends an account's open links: the newest one counts. */
export async function endLinksOf(queryable: Queryable, accountId: string): Promise<void> {
  await queryable.query("delete from auth_links where account_id = $1 and used_at is null", [
    accountId,
  ]);
}
