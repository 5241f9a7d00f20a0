import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTransaction } from "../../src/db/database.ts";
import { deliverMail, type MailTransport } from "../../src/engine/deliver-mail.ts";
import { createInvitations } from "../../src/engine/invitations.ts";
import { act, addUser, expectCall, numberOf, readAudit, readUser } from "../support/directory.ts";
import { startTestApp, type TestApp, testConfig } from "../support/test-app.ts";

interface Invited {
  link: string;
  expiresAt: string;
}

describe("invitations", () => {
  let test: TestApp;
  beforeAll(async () => {
    const config = testConfig({
      publicUrl: "https://muster.test",
      smtpUrl: "smtp://mail.test",
      productName: "Crew & Co",
    });
    test = await startTestApp({ config, limits: { signIn: 1000 } });
  });
  afterAll(() => test.close());

  const invite = (id: string, query = "") =>
    expectCall<Invited>(test, 200, "POST", `/api/v1/users/${id}/invite${query}`);
  const open = (link: string, headers: Record<string, string> = {}) =>
    test.app.inject({ method: "GET", url: new URL(link).pathname, headers });
  const accept = (link: string, headers: Record<string, string> = {}) =>
    test.app.inject({
      method: "POST",
      url: new URL(link).pathname,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: "",
    });

  it("is a link good for seven days that shows a page and activates by its button, once", async () => {
    const user = await addUser(test);
    const { link, expiresAt } = await invite(user.id, "?mail=false");
    expect(link).toMatch(/^https:\/\/muster\.test\/invitations\/[\w-]+$/);
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
    const page = await open(link);
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(page.headers["cache-control"]).toBe("no-store");
    expect(page.body).toContain("<h1>Acme invites you to Crew &#38; Co</h1>");
    expect(page.body).toContain('<form method="post">');
    expect(page.body).not.toContain("<script");
    expect((await readUser(test, user.id)).status).toBe("invited");
    expect((await accept(link)).body).toContain("Your access to Acme is active");
    expect(await readUser(test, user.id)).toMatchObject({ status: "active", invitation: null });
    const again = await accept(link);
    expect(again.statusCode).toBe(410);
    expect(again.body).toContain("already accepted");
    expect((await open(link)).statusCode).toBe(410);
    const rows = await readAudit(test, user.id);
    expect(rows.filter((row) => row.action === "user_activated")).toHaveLength(1);
  });

  it("speaks the reader's language", async () => {
    const user = await addUser(test);
    const { link } = await invite(user.id);
    const french = await open(link, { "accept-language": "de, fr-CA;q=0.9, en;q=0.1" });
    expect(french.body).toContain('<html lang="fr">');
    expect(french.body).toContain("Accepter l’invitation");
  });

  it("gives way to a newer one, and runs out", async () => {
    const user = await addUser(test);
    const first = await invite(user.id);
    const second = await invite(user.id);
    expect((await accept(first.link)).statusCode).toBe(410);
    expect((await readUser(test, user.id)).status).toBe("invited");
    await test.database.query("update invitations set expires_at = now() where user_id = $1", [
      numberOf(user),
    ]);
    expect((await accept(second.link)).statusCode).toBe(410);
    const third = await invite(user.id);
    expect((await accept(third.link)).statusCode).toBe(200);
  });

  it("ends with the access", async () => {
    const user = await addUser(test);
    const { link } = await invite(user.id);
    await act(test, user.id, "deactivate");
    expect((await accept(link)).statusCode).toBe(410);
    await act(test, user.id, "reactivate");
    expect((await accept(link)).statusCode).toBe(410);
    expect((await readUser(test, user.id)).status).toBe("invited");
  });

  it("is not found by a guess, in any part", async () => {
    const user = await addUser(test);
    const { link } = await invite(user.id);
    const token = link.split("/").at(-1)!;
    const [workspace, invitation, secret] = token.split(/-(.*?)-(.*)/) as [string, string, string];
    const wrong = secret.startsWith("A") ? `B${secret.slice(1)}` : `A${secret.slice(1)}`;
    for (const guess of [
      `${workspace}-${invitation}-${wrong}`,
      `${test.other.id}-${invitation}-${secret}`,
      `${workspace}-999999-${secret}`,
      "x",
    ]) {
      expect((await open(`https://muster.test/invitations/${guess}`)).statusCode).toBe(404);
      expect((await accept(`https://muster.test/invitations/${guess}`)).statusCode).toBe(404);
    }
    const { rows } = await test.database.query<{ dump: string }>(
      "select string_agg(i::text || coalesce(m::text, ''), ' ') as dump from invitations i left join mail_outbox m on m.invitation_id = i.id",
    );
    expect(rows[0]?.dump).not.toContain(secret);
  });

  it("refuses the button on another site's page", async () => {
    const user = await addUser(test);
    const { link } = await invite(user.id);
    expect((await accept(link, { origin: "https://evil.test" })).statusCode).toBe(403);
    expect((await accept(link, { origin: "https://muster.test" })).statusCode).toBe(200);
  });

  describe("by mail", () => {
    interface Mail {
      to: { name: string; address: string };
      subject: string;
      text: string;
    }
    const deliverTo = (send: MailTransport["send"]) =>
      deliverMail(test.database, {
        transport: { send },
        publicUrl: "https://muster.test",
        productName: "Crew",
      });
    const emptyOutbox = () => test.database.query("delete from mail_outbox");
    const comeDue = () => test.database.query("update mail_outbox set next_attempt_at = now()");

    it("goes out after the commit with a link of its own, in the person's language", async () => {
      await emptyOutbox();
      const user = await addUser(test, { firstName: "Luc", languagePreferences: "fr-CA" });
      const { link } = await invite(user.id);
      expect((await readUser(test, user.id)).invitation).toMatchObject({ mail: "waiting" });
      const mails: Mail[] = [];
      expect(await deliverTo(async (mail) => void mails.push(mail))).toBe(1);
      expect(await deliverTo(async (mail) => void mails.push(mail))).toBe(0);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({
        to: { name: "Luc", address: user.email },
        subject: "Votre invitation à Acme",
      });
      expect((await readUser(test, user.id)).invitation).toMatchObject({
        mail: "sent",
        failure: null,
      });
      const mailed = /https:\S+/.exec(mails[0]!.text)![0];
      expect(mailed).not.toBe(link);
      expect((await open(link)).statusCode).toBe(200);
      expect((await accept(mailed)).statusCode).toBe(200);
      expect((await accept(link)).statusCode).toBe(410);
    });

    it("is tried again later, and given up when the address is refused", async () => {
      await emptyOutbox();
      const user = await addUser(test);
      await invite(user.id);
      const fail = (code: string, responseCode?: number) => async () => {
        throw Object.assign(new Error(`no ${user.email}`), { code, responseCode });
      };
      await deliverTo(fail("ECONNECTION"));
      expect(await deliverTo(fail("ECONNECTION"))).toBe(0);
      expect((await readUser(test, user.id)).invitation).toMatchObject({
        mail: "waiting",
        failure: "ECONNECTION",
      });
      await comeDue();
      expect(await deliverTo(fail("EENVELOPE", 550))).toBe(1);
      expect((await readUser(test, user.id)).invitation).toMatchObject({
        mail: "failed",
        failure: "EENVELOPE 550",
      });
      await comeDue();
      expect(await deliverTo(fail("EENVELOPE", 550))).toBe(0);
    });

    it("gives up after eight attempts", async () => {
      await emptyOutbox();
      const user = await addUser(test);
      await invite(user.id);
      for (let attempt = 1; attempt <= 8; attempt++) {
        await comeDue();
        expect(await deliverTo(() => Promise.reject(new Error("down")))).toBe(1);
      }
      expect((await readUser(test, user.id)).invitation).toMatchObject({
        mail: "failed",
        failure: "unknown",
      });
    });

    it("is not sent for an invitation that has ended", async () => {
      await emptyOutbox();
      const [active, gone, again] = [await addUser(test), await addUser(test), await addUser(test)];
      for (const user of [active, gone, again, again]) await invite(user.id);
      await act(test, active.id, "activate");
      await expectCall(test, 200, "DELETE", `/api/v1/users/${gone.id}`);
      const to: string[] = [];
      await deliverTo(async (mail) => void to.push(mail.to.address));
      expect(to).toEqual([again.email]);
    });

    it("goes to everybody that a sync invites, each mail once, by several processes", async () => {
      await emptyOutbox();
      const users = await Promise.all(Array.from({ length: 30 }, () => addUser(test)));
      const ids = users.map(numberOf);
      for (let round = 0; round < 2; round++) {
        await withTransaction(test.database, (transaction) =>
          createInvitations(transaction, test.workspace.id, ids),
        );
      }
      await test.database.query("update users set state = 'invited' where id = any ($1)", [ids]);
      const to: string[] = [];
      const send = async (mail: Mail) => void to.push(mail.to.address);
      for (let round = 0; round < 4; round++) await Promise.all([deliverTo(send), deliverTo(send)]);
      expect(to.toSorted()).toEqual(users.map((user) => user.email).toSorted());
    });
  });

  it("sends no mail where the caller delivers the link", async () => {
    const user = await addUser(test);
    await invite(user.id, "?mail=false");
    expect((await readUser(test, user.id)).invitation).toMatchObject({ mail: "none" });
  });
});
