import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { DemoClient } from "../../src/demo/demo-client.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const button = (on: Page | Locator, name: string) => on.getByRole("button", { name });
const sheetOf = (page: Page, name: string) =>
  page.getByRole("dialog", { name: `Recent requests of “${name}”` });
const rowsOf = (sheet: Locator) => sheet.getByRole("table").getByRole("row");
const MEMBER = { externalMemberId: "k-1", email: "kim.roy@northwind.example" };

/** A key of its own, and a script that uses it. */
async function makeScript(server: TestServer, name: string) {
  const body = { name, scope: "push" };
  const made = await server.client.call<{ id: string; key: string }>("POST", "/api-keys", body);
  return { id: made.id, script: DemoClient.withKey(server.address, made.key) };
}

/** Pushes one person, and asks three times for the sync; answers its number. */
async function pushAndAsk(script: DemoClient): Promise<number> {
  const { id, number } = await script.push({ members: [MEMBER] }, { mode: "partial" });
  for (let n = 0; n < 3; n++) await script.readSync(id);
  return number;
}

/** Pushes a file without the ids that it needs, and asks for what the key may not see. */
async function beRefused(script: DemoClient): Promise<void> {
  const members = [{ email: MEMBER.email }];
  await expect(script.push({ members })).rejects.toThrow("422");
  await expect(script.listUsers()).rejects.toThrow("403");
}

test("why a push was refused is found under its key, and what came of the one that was not", async ({
  server,
  open,
}) => {
  const { script } = await makeScript(server, "Payroll export");
  const number = await pushAndAsk(script);
  await beRefused(script);
  const page = await open("/provisioning/keys");
  await page.getByRole("link", { name: "Payroll export" }).click();
  const sheet = sheetOf(page, "Payroll export");
  await sheet.getByRole("table").waitFor();
  const heads = await sheet.getByRole("columnheader").allInnerTexts();
  expect(heads).toEqual(["Time", "Request", "Answer", "Request ID", "Sync"]);

  const refused = rowsOf(sheet).filter({ hasText: "422" });
  await refused.getByRole("rowheader", { name: "POST /api/v1/provisioning/csv" }).waitFor();
  await refused
    .getByRole("cell", { name: /^422 Refused A required column is missing from a file\. / })
    .waitFor();
  await rowsOf(sheet)
    .filter({ hasText: "403" })
    .getByRole("cell", { name: /^403 Refused The key may not do this\. / })
    .waitFor();
  const asked = rowsOf(sheet).filter({ hasText: "GET /api/v1/syncs/{id}" });
  await asked.getByRole("cell", { name: "200 Done" }).first().waitFor();
  const text = await sheet.innerText();
  for (const code of ["missing_column", "forbidden", "kim.roy", "mode="]) {
    expect(text).not.toContain(code);
  }

  await button(refused, "Copy request ID").click();
  await button(refused, "Copied").waitFor();
  await sheet.getByRole("link", { name: `Sync #${number}` }).click();
  await page.waitForURL(`**/syncs/${number}`);
  await page.goBack();
  await sheet.waitFor();
});

test("calls of one kind are counted; only what was refused can be shown", async ({
  server,
  open,
}) => {
  const { id, script } = await makeScript(server, "Counting");
  await pushAndAsk(script);
  await beRefused(script);
  // As if all were of one minute, whenever the test runs.
  await server.client.call("GET", `/api-keys/${id}/requests`);
  await server.database.query(
    "update api_requests set count = 58 where route = '/api/v1/syncs/:id'",
  );
  const page = await open("/provisioning/keys");
  await page.getByRole("link", { name: "Counting" }).click();
  const sheet = sheetOf(page, "Counting");
  await sheet.getByText("58 times in this minute").first().waitFor();
  await sheet.getByRole("checkbox", { name: "Only refused" }).check({ force: true });
  await sheet.getByText("58 times in this minute").first().waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("refused")).toBe("1");
  // With the headings.
  expect(await rowsOf(sheet).count()).toBe(3);
  await page.reload();
  await rowsOf(sheet).filter({ hasText: "422" }).waitFor();
  expect(await sheet.getByRole("checkbox", { name: "Only refused" }).isChecked()).toBe(true);
});

test("Back closes the requests, whatever was chosen meanwhile; so does the cross", async ({
  server,
  open,
}) => {
  const { id } = await makeScript(server, "Coming and going");
  const page = await open("/syncs");
  await page.getByRole("link", { name: "API keys" }).click();
  const link = page.getByRole("link", { name: "Coming and going" });
  const sheet = sheetOf(page, "Coming and going");
  const isClosed = async () => {
    await sheet.waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("");
    expect(new URL(page.url()).pathname).toBe("/provisioning/keys");
  };
  await link.click();
  await sheet.getByText("No requests in the last 30 days.").waitFor();
  expect(new URL(page.url()).search).toBe(`?requests=${id}`);
  await sheet.getByRole("checkbox", { name: "Only refused" }).check({ force: true });
  await sheet.getByText("No refused requests in the last 30 days.").waitFor();
  await page.goBack();
  await isClosed();

  await button(page, "Actions for Coming and going").click();
  await page.getByRole("menuitem", { name: "Recent requests" }).click();
  await button(sheet, "Close").click();
  await isClosed();
  await link.click();
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await isClosed();
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  // Each was a step there and back again: behind the keys stands the page before them.
  await page.goBack();
  await page.waitForURL("**/syncs");
});

test("a link to them opens them, and closing them stays on the page", async ({ server, open }) => {
  const { id } = await makeScript(server, "Shared");
  const page = await open(`/provisioning/keys?requests=${id}&refused=1`);
  const sheet = sheetOf(page, "Shared");
  await button(sheet, "Show all requests").click();
  await sheet.getByText("No requests in the last 30 days.").waitFor();
  await button(sheet, "Close").click();
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1, name: "API keys" }).waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("what is asked while somebody looks comes by itself, once", async ({ server, open }) => {
  const { id, script } = await makeScript(server, "Watched");
  const page = await open(`/provisioning/keys?requests=${id}`);
  const sheet = sheetOf(page, "Watched");
  await sheet.getByText("No requests in the last 30 days.").waitFor();
  const number = await pushAndAsk(script);
  await sheet.getByRole("link", { name: `Sync #${number}` }).waitFor();
  const next = await pushAndAsk(script);
  await sheet.getByRole("link", { name: `Sync #${next}` }).waitFor();
  expect(await sheet.getByRole("link", { name: `Sync #${number}` }).count()).toBe(1);
});

test("older ones are loaded at the end of the list", async ({ server, open }) => {
  const { id, script } = await makeScript(server, "Busy");
  await script.listSyncs();
  await server.client.call("GET", `/api-keys/${id}/requests`);
  await server.database.query(
    `insert into api_requests (workspace_id, key_id, minute, method, route, status, count, first_at, last_at, request_id)
     select workspace_id, key_id, minute - n * interval '1 hour', method, '/api/v1/syncs/:id', status, 1,
            first_at - n * interval '1 hour', last_at - n * interval '1 hour', 'older-' || n
       from api_requests cross join generate_series(1, 249) n where key_id = $1`,
    [Number(id.slice("key_".length))],
  );
  const page = await open(`/provisioning/keys?requests=${id}`);
  const sheet = sheetOf(page, "Busy");
  await sheet.getByRole("cell", { name: /^older-99\b/ }).waitFor();
  for (const last of [199, 249]) {
    await rowsOf(sheet).last().scrollIntoViewIfNeeded();
    await sheet.getByRole("cell", { name: new RegExp(`^older-${last}\\b`) }).waitFor();
  }
  expect(await rowsOf(sheet).count()).toBe(251);
});

test("what cannot be loaded is told, and can be tried again", async ({ server, open }) => {
  const { id, script } = await makeScript(server, "Unlucky");
  await pushAndAsk(script);
  const page = await open("/provisioning/keys");
  page.faults.allow(/answered 500/, /answered 404/, /Failed to load resource/);
  let fails = true;
  await page.route(/\/requests\?/, (route) =>
    fails ? route.fulfill({ status: 500, json: {} }) : route.continue(),
  );
  await page.getByRole("link", { name: "Unlucky" }).click();
  const sheet = sheetOf(page, "Unlucky");
  await sheet.getByText("The requests could not be loaded.").waitFor();
  fails = false;
  await button(sheet, "Retry").click();
  await sheet.getByRole("link", { name: /^Sync #/ }).waitFor();
  expect(await sheet.getByText("The requests could not be loaded.").count()).toBe(0);

  await page.goto("/provisioning/keys?requests=key_99999");
  const gone = page.getByRole("dialog", { name: "Recent requests" });
  await gone.getByText("This no longer exists, or it belongs to another workspace.").waitFor();
  expect(await button(gone, "Retry").count()).toBe(0);
  // One that was revoked still has its requests, without its name.
  await server.client.call("DELETE", `/api-keys/${id}`).catch(() => {});
  await page.goto(`/provisioning/keys?requests=${id}`);
  await gone.getByRole("link", { name: /^Sync #/ }).waitFor();
});
