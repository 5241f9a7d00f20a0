import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OwnNotices } from "../../src/contract/notices.ts";
import { expectCall } from "../support/directory.ts";
import { addPerson, type TestPerson } from "../support/notice-world.ts";
import { type CallOptions, startTestApp, type TestApp, testConfig } from "../support/test-app.ts";

interface Listed {
  mailIsSetUp: boolean;
  items: { id: string; name: string; role: string; notices: object }[];
}

const OF_ADMINS = { needsApproval: true, failed: true, newIssues: false };
const OF_VIEWERS = { needsApproval: false, failed: false, newIssues: false };

let test: TestApp;
let ada: TestPerson;
let vera: TestPerson;
beforeAll(async () => {
  test = await startTestApp();
  ada = await addPerson(test, "Ada", "admin");
  vera = await addPerson(test, "Vera", "viewer");
});
afterAll(() => test.close());

const as = ({ headers }: TestPerson): CallOptions => ({ key: null, headers });
const read = (who: TestPerson) =>
  expectCall<OwnNotices>(test, 200, "GET", "/api/v1/me/notices", as(who));
const choose = (who: TestPerson, body: object, status = 200) =>
  expectCall<OwnNotices>(test, status, "PATCH", "/api/v1/me/notices", { ...as(who), body });
const list = (options: CallOptions = {}, status = 200) =>
  expectCall<Listed>(test, status, "GET", "/api/v1/notices", options);

async function audited(lang = "en") {
  const url = `/api/v1/audit?action=notices_changed&lang=${lang}`;
  return (await expectCall<{ items: Record<string, unknown>[] }>(test, 200, "GET", url)).items;
}

describe("what people are told of", () => {
  it("goes with the role until they choose", async () => {
    expect(await read(ada)).toEqual({ mailIsSetUp: false, notices: OF_ADMINS });
    expect(await read(vera)).toEqual({ mailIsSetUp: false, notices: OF_VIEWERS });
    const { items } = await list();
    expect(items).toEqual([
      { id: ada.id, name: "Ada", role: "admin", notices: OF_ADMINS },
      { id: vera.id, name: "Vera", role: "viewer", notices: OF_VIEWERS },
    ]);
  });

  it("is chosen by each for themself, also by a viewer, and told in the audit log", async () => {
    const chosen = { ...OF_VIEWERS, newIssues: true };
    expect((await choose(vera, { newIssues: true })).notices).toEqual(chosen);
    expect((await choose(vera, { newIssues: true, failed: false })).notices).toEqual(chosen);
    expect((await read(vera)).notices).toEqual(chosen);
    expect((await read(ada)).notices).toEqual(OF_ADMINS);
    expect((await list({ key: test.workspace.keys.read })).items[1]!.notices).toEqual(chosen);
    const rows = await audited();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ label: "Choice of email changed", actor: { kind: "account", id: vera.id } },
      target: { type: "account", id: vera.id, name: "Vera" },
      ...{ before: { "notices.newIssues": false }, after: { "notices.newIssues": true } },
    });
    expect((await audited("fr"))[0]!.label).toBe("Choix de courriels modifié");
  });

  it("follows the role where nothing was chosen", async () => {
    const setRole = (role: string) =>
      expectCall(test, 200, "PATCH", `/api/v1/admins/${vera.id}`, { ...as(ada), body: { role } });
    await setRole("admin");
    // What was chosen stays: new issues, and not when one failed.
    const notices = { needsApproval: true, failed: false, newIssues: true };
    expect((await read(vera)).notices).toEqual(notices);
    await setRole("viewer");
    expect((await read(vera)).notices).toEqual({ ...OF_VIEWERS, newIssues: true });
  });

  it("is a choice of what there is", async () => {
    for (const body of [{}, { approved: true }, { failed: "yes" }, { failed: null }, []]) {
      await choose(ada, body, 422);
    }
    expect((await read(ada)).notices).toEqual(OF_ADMINS);
  });
});

describe("who may ask", () => {
  it("is nobody without a credential", async () => {
    const nobody = { key: null };
    await list(nobody, 401);
    await expectCall(test, 401, "GET", "/api/v1/me/notices", nobody);
    const body = { failed: false };
    await expectCall(test, 401, "PATCH", "/api/v1/me/notices", { ...nobody, body });
  });

  it("for own choices is no key, and no page of another site", async () => {
    const { read: readKey, readWrite, push } = test.workspace.keys;
    for (const key of [readKey, readWrite, push]) {
      await expectCall(test, 403, "GET", "/api/v1/me/notices", { key });
      const body = { failed: false };
      await expectCall(test, 403, "PATCH", "/api/v1/me/notices", { key, body });
    }
    await list({ key: push }, 403);
    const headers = { ...ada.headers, origin: "https://evil.test" };
    const body = { failed: false };
    await expectCall(test, 403, "PATCH", "/api/v1/me/notices", { key: null, headers, body });
    expect((await read(ada)).notices).toEqual(OF_ADMINS);
  });
});

it("each workspace has its own choices, and lists nobody of another", async () => {
  await test.database.query(
    "insert into workspace_admins (workspace_id, account_id, role) values ($1, $2, 'admin')",
    [test.other.id, vera.id],
  );
  const ofOther = { key: test.other.keys.readWrite };
  expect((await list(ofOther)).items).toEqual([
    { id: vera.id, name: "Vera", role: "admin", notices: OF_ADMINS },
  ]);
  await choose(vera, { needsApproval: true });
  expect((await list(ofOther)).items[0]!.notices).toEqual(OF_ADMINS);
  expect((await list()).items.map(({ name }) => name)).toEqual(["Ada", "Vera"]);
  const workspaceId = `wsp_${test.other.id}`;
  await expectCall(test, 200, "PATCH", "/api/v1/me", { ...as(vera), body: { workspaceId } });
  await choose(vera, { failed: false });
  expect((await list(ofOther)).items[0]!.notices).toEqual({ ...OF_ADMINS, failed: false });
  expect((await list()).items[1]!.notices).toMatchObject({ needsApproval: true, newIssues: true });
});

it("the answers tell whether mail is set up", async () => {
  const config = testConfig({ smtpUrl: "smtp://mail.test" });
  const other = await startTestApp({ config });
  const answer = await expectCall<Listed>(other, 200, "GET", "/api/v1/notices");
  expect(answer.mailIsSetUp).toBe(true);
  await other.close();
});
