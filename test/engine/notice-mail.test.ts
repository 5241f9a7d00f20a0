import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMail } from "../../src/engine/deliver-mail.ts";
import { failRun, runSync } from "../../src/engine/run-sync.ts";
import { openSmtpTransport } from "../../src/engine/smtp-transport.ts";
import { expectCall } from "../support/directory.ts";
import { startMailServer } from "../support/mail-server.ts";
import {
  addPerson,
  choose,
  claimPush,
  deliver,
  emptyOutbox,
  listNotices,
  type TestPerson,
} from "../support/notice-world.ts";
import { REAL_STEPS } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let ada: TestPerson;
let luc: TestPerson;
beforeAll(async () => {
  test = await startTestApp();
  ada = await addPerson(test, "Ada", "admin");
  luc = await addPerson(test, "Luc", "admin");
  await setLanguage(luc, "fr");
});
afterAll(() => test.close());
beforeEach(() => emptyOutbox(test));

const setLanguage = ({ headers }: TestPerson, language: "en" | "fr" | null) =>
  expectCall(test, 200, "PATCH", "/api/v1/me", {
    ...{ key: null, headers, body: { preferences: { language } } },
  });
const pause = (paused: boolean) =>
  expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", { body: { paused } });

let people = 0;
const someone = () => {
  people += 1;
  return { externalMemberId: `m${people}`, email: `m${people}@example.com`, firstName: "Secret" };
};

async function run(members: object[], query = "?mode=partial") {
  const push = await claimPush(test, members, query);
  await runSync(test.database, push.lease, REAL_STEPS);
  return push;
}

async function wait() {
  await pause(true);
  const push = await run([someone(), someone()]);
  await pause(false);
  return push;
}

async function fail() {
  const push = await claimPush(test, [someone()], "?mode=partial");
  await failRun(test.database, push.lease, { code: "gave_up", message: "Secret words." });
  return push;
}

describe("mail about a sync", () => {
  it("goes to each in their language, with a link to the report", async () => {
    const { id, number } = await wait();
    const [english, french] = await deliver(test);
    expect(english).toMatchObject({
      to: { name: "Ada", address: ada.email },
      subject: `Acme: sync #${number} needs approval`,
    });
    expect(english!.text).toContain("- Syncing is paused.\n\n2 updates are planned.");
    expect(english!.text).toContain(`\n\nhttps://m.test/syncs/${id}\n\n`);
    expect(french).toMatchObject({
      to: { name: "Luc", address: luc.email },
      subject: `Acme\u00a0: la synchronisation nº\u00a0${number} est à approuver`,
    });
    expect(await deliver(test)).toEqual([]);
  });

  it("is in the workspace's language for who has chosen none", async () => {
    await setLanguage(luc, null);
    const setDefault = (defaultLanguage: string) =>
      expectCall(test, 200, "PATCH", "/api/v1/workspace", { body: { defaultLanguage } });
    await setDefault("fr");
    const { number } = await fail();
    const subjects = (await deliver(test)).map(({ subject }) => subject);
    const subject = `Acme\u00a0: la synchronisation nº\u00a0${number} a échoué`;
    expect(subjects).toEqual([subject, subject]);
    await setDefault("en");
    await setLanguage(luc, "fr");
  });

  it("says nothing of a person, and the outbox knows no address", async () => {
    await choose(test, ada, { newIssues: true });
    await run([someone(), { ...someone(), email: "Secret" }], "");
    await run([someone(), { ...someone(), email: "Secret", externalMemberId: "" }], "");
    await wait();
    await fail();
    const { rows } = await test.database.query<{ dump: string }>(
      "select string_agg(m::text, ' ') as dump from mail_outbox m",
    );
    expect(rows[0]!.dump).not.toMatch(/@|Ada|Luc|Secret/);
    const mails = await deliver(test);
    expect(mails).toHaveLength(5);
    expect(mails.find(({ subject }) => subject.endsWith("has new issues"))!.text).toMatch(
      /- No external ID: 1 issue\n\n.*\n\nhttps:\S+\?tab=troubleshooting\n/,
    );
    for (const { text } of mails) expect(text).not.toMatch(/@|Secret|m\d/);
    await choose(test, ada, { newIssues: false });
  });
});

describe("mail that has become needless is dropped:", () => {
  const nothingIsLeft = async () => {
    expect(await deliver(test)).toEqual([]);
    expect(await listNotices(test)).toEqual([]);
  };

  it("the sync was decided", async () => {
    const { id } = await wait();
    await expectCall(test, 200, "POST", `/api/v1/syncs/${id}/reject`);
    await nothingIsLeft();
  });

  it("a newer one took its place, and says so itself", async () => {
    await pause(true);
    await run([someone()], "");
    const newer = await run([someone()], "");
    await pause(false);
    const subjects = (await deliver(test)).map(({ subject }) => subject);
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) expect(subject).toContain(String(newer.number));
    await expectCall(test, 200, "POST", `/api/v1/syncs/${newer.id}/reject`);
  });

  it("its time for a decision is over", async () => {
    await wait();
    await test.database.query("update syncs set expires_at = now() where phase <> 'done'");
    await nothingIsLeft();
  });

  it("the person has chosen otherwise since, or has no access any more", async () => {
    await fail();
    await choose(test, luc, { failed: false });
    const role = (to: string) =>
      expectCall(test, 200, "PATCH", `/api/v1/admins/${ada.id}`, {
        ...{ key: null, headers: luc.headers, body: { role: to } },
      });
    await role("viewer");
    await nothingIsLeft();
    await test.database.query("update workspace_admins set role = 'admin'");
    await choose(test, luc, { failed: true });
  });

  it("it is no news any more; what waits still is", async () => {
    await fail();
    const { number } = await wait();
    await test.database.query("update mail_outbox set created_at = now() - interval '73 hours'");
    const subjects = (await deliver(test)).map(({ subject }) => subject);
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) expect(subject).toContain(String(number));
  });
});

it("mail is tried again with the codes of invitations, and goes out by a real mail server", async () => {
  await choose(test, luc, { failed: false });
  const { number } = await fail();
  const deliverBy = (port: number) => {
    const transport = openSmtpTransport(`smtp://127.0.0.1:${port}?from=sync@crew.test`, "Crew");
    const delivery = { transport, publicUrl: "https://m.test", productName: "Crew" };
    return deliverMail(test.database, delivery).finally(() => transport.close());
  };
  const server = await startMailServer();
  const gone = await startMailServer();
  await gone.stop();
  expect(await deliverBy(gone.port)).toBe(1);
  const read = async () =>
    (await test.database.query("select attempts, failure, sent_at, failed_at from mail_outbox"))
      .rows[0];
  expect(await read()).toMatchObject({ attempts: 1, failure: "ESOCKET", sent_at: null });
  expect(await deliverBy(server.port)).toBe(0);
  await test.database.query("update mail_outbox set next_attempt_at = now()");
  expect(await deliverBy(server.port)).toBe(1);
  expect(await read()).toMatchObject({ attempts: 2, failure: null, sent_at: expect.any(Date) });
  const { heard } = server;
  expect(heard).toContain("From: Crew <sync@crew.test>");
  expect(heard).toContain(`RCPT TO:<${ada.email}>`);
  expect(heard).toContain(`Subject: Acme: sync #${number} failed`);
  expect(heard).toContain("Auto-Submitted: auto-generated");
  expect(heard.join("\n")).toContain(`Sync #${number} of Acme failed.`);
  expect(heard.filter((line) => line === ".")).toHaveLength(1);
  await server.stop();
});
