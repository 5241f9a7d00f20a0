import { claimRun } from "../../src/db/queries/run-syncs.ts";
import { deliverMail, type Mail } from "../../src/engine/deliver-mail.ts";
import type { Lease } from "../../src/engine/lease.ts";
import { expectCall } from "./directory.ts";
import { pushJson } from "./pushing.ts";
import type { BrowserHeaders, TestApp } from "./test-app.ts";

/** Somebody who may sign in. */
export interface TestPerson {
  id: string;
  email: string;
  headers: BrowserHeaders;
}

/** Lets a person in, under a name. */
export async function addPerson(
  test: TestApp,
  name: string,
  role: "admin" | "viewer",
): Promise<TestPerson> {
  const headers = await test.signIn(role);
  const me = await expectCall<{ id: string; email: string }>(test, 200, "GET", "/api/v1/me", {
    ...{ key: null, headers },
  });
  await test.database.query("update auth_users set name = $2 where id = $1", [me.id, name]);
  return { id: me.id, email: me.email, headers };
}

/** Chooses for a person what to be told of. */
export async function choose(test: TestApp, { headers }: TestPerson, body: object): Promise<void> {
  await expectCall(test, 200, "PATCH", "/api/v1/me/notices", { key: null, headers, body });
}

/** What waits in the outbox about syncs, or was sent, as "event #number name". */
export async function listNotices(test: TestApp): Promise<string[]> {
  const { rows } = await test.database.query<{ text: string }>(
    `select mail.event || ' #' || sync.number || ' ' || account.name as text
       from mail_outbox mail
       join syncs sync on sync.workspace_id = mail.workspace_id and sync.id = mail.sync_id
       join auth_users account on account.id = mail.account_id
      order by mail.id, account.name`,
  );
  return rows.map(({ text }) => text).sort();
}

export async function emptyOutbox(test: TestApp): Promise<void> {
  await test.database.query("delete from mail_outbox");
}

/** Sends what is due and answers it, by name and subject. */
export async function deliver(test: TestApp): Promise<Mail[]> {
  const mails: Mail[] = [];
  const send = async (mail: Mail) => void mails.push(mail);
  const delivery = { transport: { send }, publicUrl: "https://m.test", productName: "Crew" };
  await deliverMail(test.database, delivery);
  const order = ({ subject, to }: Mail) => `${to.name} ${subject}`;
  return mails.sort((a, b) => order(a).localeCompare(order(b)));
}

/** Pushes these people, and claims the run. */
export async function claimPush(
  test: TestApp,
  members: object[],
  query = "",
): Promise<{ id: string; number: number; lease: Lease }> {
  const { id, number } = await pushJson(test, { members }, query);
  return { id, number, lease: await claim(test, `worker of ${id}`) };
}

/** Claims the next run. */
export async function claim(test: TestApp, owner: string): Promise<Lease> {
  const run = await claimRun(test.database, owner, 60);
  if (run === null) throw new Error("There is no run to claim.");
  return { workspaceId: run.workspace_id, syncId: run.id, owner };
}
