import type { Queryable } from "../database.ts";
import type { AccountRow } from "./accounts.ts";

/** An identity at a provider: issuer and subject, which never change (domain rules, section 11, "Identity"). */
interface IdentityKey {
  issuer: string;
  subject: string;
}

const providerOf = ({ issuer }: Pick<IdentityKey, "issuer">) => `oidc:${issuer}`;

/** The account that an identity is bound to. */
export async function findBoundAccount(
  queryable: Queryable,
  identity: IdentityKey,
): Promise<AccountRow | null> {
  const { rows } = await queryable.query<AccountRow>(
    `select account.id, account.name, account.email
       from auth_accounts bound join auth_users account on account.id = bound.user_id
      where bound.provider_id = $1 and bound.account_id = $2`,
    [providerOf(identity), identity.subject],
  );
  return rows[0] ?? null;
}

/** Binds an account to an identity, unless another of the same issuer has it; answers whether it did. */
export async function bindIdentity(
  transaction: Queryable,
  accountId: string,
  identity: IdentityKey,
): Promise<boolean> {
  // Two sign-ins at once: the second sees what the first has bound.
  await transaction.query("select from auth_users where id = $1 for no key update", [accountId]);
  const { rowCount } = await transaction.query(
    `insert into auth_accounts (id, user_id, account_id, provider_id)
     select gen_random_uuid()::text, $1, $3, $2
      where not exists (select from auth_accounts where user_id = $1 and provider_id = $2)
     on conflict (provider_id, account_id) do nothing`,
    [accountId, providerOf(identity), identity.subject],
  );
  return rowCount === 1;
}

/** Ends an account's bindings: its next single sign-on binds it anew. Answers how many there were. */
export async function unbindIdentities(queryable: Queryable, accountId: string): Promise<number> {
  const { rowCount } = await queryable.query(
    "delete from auth_accounts where user_id = $1 and provider_id like 'oidc:%'",
    [accountId],
  );
  return rowCount ?? 0;
}
