import type { AdminRole } from "../../contract/account.ts";
import type { Queryable } from "../database.ts";

export interface AccountRow {
  id: string;
  name: string;
  email: string;
}

export interface AdminRow extends AccountRow {
  role: AdminRole;
  has_password: boolean;
  created_at: Date;
}

/** A sign-in account; its password, when it has one yet, stands in a row of its own. */
export async function insertAccount(queryable: Queryable, account: AccountRow): Promise<void> {
  await queryable.query("insert into auth_users (id, name, email) values ($1, $2, $3)", [
    account.id,
    account.name,
    account.email,
  ]);
}

export async function findAccountByEmail(
  queryable: Queryable,
  email: string,
): Promise<AccountRow | null> {
  const { rows } = await queryable.query<AccountRow>(
    "select id, name, email from auth_users where email = $1",
    [email],
  );
  return rows[0] ?? null;
}

export async function findAccount(queryable: Queryable, id: string): Promise<AccountRow | null> {
  const { rows } = await queryable.query<AccountRow>(
    "select id, name, email from auth_users where id = $1",
    [id],
  );
  return rows[0] ?? null;
}

export async function readPasswordHash(
  queryable: Queryable,
  accountId: string,
): Promise<string | null> {
  const { rows } = await queryable.query<{ password: string | null }>(
    "select password from auth_accounts where provider_id = 'credential' and account_id = $1",
    [accountId],
  );
  return rows[0]?.password ?? null;
}

export async function storePasswordHash(
  queryable: Queryable,
  accountId: string,
  hash: string,
): Promise<void> {
  await queryable.query(
    `insert into auth_accounts (id, user_id, account_id, provider_id, password)
     values ('credential_' || $1, $1, $1, 'credential', $2)
     on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
    [accountId, hash],
  );
}

/** Ends the sessions of an account, except one. */
export async function deleteSessionsOf(
  queryable: Queryable,
  accountId: string,
  exceptId: string | null,
): Promise<void> {
  await queryable.query("delete from auth_sessions where user_id = $1 and id is distinct from $2", [
    accountId,
    exceptId,
  ]);
}

export async function insertAdmin(
  queryable: Queryable,
  workspaceId: number,
  accountId: string,
  role: AdminRole,
): Promise<void> {
  await queryable.query(
    "insert into workspace_admins (workspace_id, account_id, role) values ($1, $2, $3)",
    [workspaceId, accountId, role],
  );
}

/** The people who administer a workspace, by name. */
export async function listAdmins(queryable: Queryable, workspaceId: number): Promise<AdminRow[]> {
  const { rows } = await queryable.query<AdminRow>(
    `select account.id, account.name, account.email, admin.role, admin.created_at,
            exists (
              select from auth_accounts credential
               where credential.account_id = account.id and credential.provider_id = 'credential'
                 and credential.password is not null) as has_password
       from workspace_admins admin
       join auth_users account on account.id = admin.account_id
      where admin.workspace_id = $1
      order by account.name, account.id`,
    [workspaceId],
  );
  return rows;
}

/** The workspaces that an account administers, oldest first. */
export async function listWorkspacesOf(
  queryable: Queryable,
  accountId: string,
): Promise<{ id: number; name: string; role: AdminRole }[]> {
  const { rows } = await queryable.query<{ id: number; name: string; role: AdminRole }>(
    `select workspace.id, workspace.name, admin.role
       from workspace_admins admin
       join workspaces workspace on workspace.id = admin.workspace_id
      where admin.account_id = $1
      order by workspace.id`,
    [accountId],
  );
  return rows;
}

/** Whether anybody administers any workspace yet. */
export async function hasAnyAdmin(queryable: Queryable): Promise<boolean> {
  const { rows } = await queryable.query<{ found: boolean }>(
    "select exists (select from workspace_admins) as found",
  );
  return rows[0]!.found;
}

/** The oldest workspace, `null` on an empty database. */
export async function findFirstWorkspace(
  queryable: Queryable,
): Promise<{ id: number; name: string } | null> {
  const { rows } = await queryable.query<{ id: number; name: string }>(
    "select id, name from workspaces order by id limit 1",
  );
  return rows[0] ?? null;
}

/** One at a time may set the installation up; the others wait, then see that it is done. */
export async function lockSetUp(queryable: Queryable): Promise<void> {
  await queryable.query("select pg_advisory_xact_lock(84200002)");
}

export async function updateAdminRole(
  queryable: Queryable,
  workspaceId: number,
  accountId: string,
  role: AdminRole,
): Promise<void> {
  await queryable.query(
    "update workspace_admins set role = $3 where workspace_id = $1 and account_id = $2",
    [workspaceId, accountId, role],
  );
}

export async function deleteAdmin(
  queryable: Queryable,
  workspaceId: number,
  accountId: string,
): Promise<void> {
  await queryable.query(
    "delete from workspace_admins where workspace_id = $1 and account_id = $2",
    [workspaceId, accountId],
  );
}

/** Removes an account with its password, sessions and links. */
export async function deleteAccount(queryable: Queryable, id: string): Promise<void> {
  await queryable.query("delete from auth_users where id = $1", [id]);
}
