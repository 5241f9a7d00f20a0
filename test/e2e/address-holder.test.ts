import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { addressOf, detailsOn } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const HEAD = "externalMemberId,email,firstName,lastName";
const push = (server: TestServer, ...rows: string[]) =>
  server.pushCsv({ members: [HEAD, ...rows].join("\n") }, "?mode=partial");

/** Somebody known by an id, and a push that brings the same address under another. */
async function raiseDoubt(server: TestServer, name: string): Promise<Sync> {
  const email = `${name.toLowerCase()}@northwind.example`;
  await push(server, `${name}-1,${email},${name},Roy`);
  return push(server, `${name}-2,${email},${name},Roy`);
}

const issueAt = ({ number }: Sync) => `/syncs/${number}?tab=issues&row=1`;
const link = (page: Page, name: string) => detailsOn(page).getByRole("link", { name });

test("an issue about an address leads to linking its holder to the ID that came in", async ({
  server,
  open,
}) => {
  const sync = await raiseDoubt(server, "Ana");
  const { id } = await findUser(server, "ana@");
  const page = await open(issueAt(sync));
  await link(page, "Link Ana Roy to Ana-2").click();
  const dialog = page.getByRole("dialog", { name: "Link Ana Roy to an external ID" });
  await expect
    .poll(() => dialog.getByRole("textbox", { name: "External ID" }).inputValue())
    .toBe("Ana-2");
  expect(addressOf(page)).toBe(`/users/${id}?dialog=link&externalId=Ana-2`);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => addressOf(page)).toBe(`/users/${id}`);

  await page.goBack();
  await link(page, "Link Ana Roy to Ana-2").click();
  await dialog.getByRole("button", { name: "Link Ana Roy" }).click();
  await dialog.waitFor({ state: "detached" });
  expect((await findUser(server, "ana@")).externalId).toBe("Ana-2");
  await page.goBack();
  await detailsOn(page).getByRole("heading", { name: "How to fix it" }).waitFor();
  await expect.poll(() => link(page, "Link Ana Roy to Ana-2").count()).toBe(0);
  const next = await push(server, "Ana-2,ana@northwind.example,Ana,Roy-Lee");
  expect([next.issues.total, next.updates.applied]).toEqual([0, 1]);
});

test("or to unlinking, and the next sync finds the holder by email", async ({ server, open }) => {
  const sync = await raiseDoubt(server, "Ben");
  const { id } = await findUser(server, "ben@");
  const page = await open(issueAt(sync));
  await link(page, "Unlink Ben Roy").click();
  const dialog = page.getByRole("alertdialog", { name: "Unlink Ben Roy from API push?" });
  expect(addressOf(page)).toBe(`/users/${id}?dialog=unlink`);
  await dialog.getByRole("button", { name: "Unlink Ben Roy" }).click();
  await page.getByText("Added by hand").first().waitFor();
  await expect.poll(() => addressOf(page)).toBe(`/users/${id}`);
  await push(server, "Ben-2,ben@northwind.example,Ben,Roy");
  expect(await findUser(server, "ben@")).toMatchObject({ id, externalId: "Ben-2" });
  // The link that asked for it is old now: there is nothing to unlink from.
  await server.client.call("POST", `/users/${id}/unlink`);
  await page.goto(`/users/${id}?dialog=unlink`);
  await page.getByRole("button", { name: "More actions" }).waitFor();
  expect(await dialog.count()).toBe(0);
});

test("who goes by the ID by now is named, and leads on", async ({ server, open }) => {
  const sync = await raiseDoubt(server, "Cleo");
  const holder = await findUser(server, "cleo@");
  const page = await open(issueAt(sync));
  await link(page, "Link Cleo Roy to Cleo-2").click();
  await push(server, "Cleo-2,cleo.two@northwind.example,Cleo,Two");
  const dialog = page.getByRole("dialog", { name: "Link Cleo Roy to an external ID" });
  await dialog.getByRole("button", { name: "Link Cleo Roy" }).click();
  await dialog.getByRole("link", { name: "Open Cleo Two" }).click();
  await page.getByRole("heading", { level: 1, name: "Cleo Two" }).waitFor();
  expect(await dialog.count()).toBe(0);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Cleo Roy", includeHidden: true }).waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => addressOf(page)).toBe(`/users/${holder.id}`);

  // Two people: linking is no way any more, the holder's page still is.
  await page.goBack();
  await link(page, "Open Cleo Roy").waitFor();
  await expect.poll(() => link(page, "Link Cleo Roy to Cleo-2").count()).toBe(0);
});

test("who may only look is led to the holder, and asked nothing there", async ({
  server,
  open,
}) => {
  const sync = await raiseDoubt(server, "Dora");
  const { id } = await findUser(server, "dora@");
  const viewer = await server.addAccount("Vera", "viewer");
  const page = await open(issueAt(sync), { as: viewer });
  await link(page, "Open Dora Roy").waitFor();
  expect(await link(page, "Link Dora Roy to Dora-2").count()).toBe(0);
  expect(await link(page, "Unlink Dora Roy").count()).toBe(0);
  await page.goto(`/users/${id}?dialog=link&externalId=Dora-2`);
  await page.getByRole("heading", { level: 1, name: "Dora Roy" }).waitFor();
  await page.getByRole("list", { name: "History" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test.for(LOOKS)("is accessible: $language, $width px", async (look, { server, open }) => {
  const sync = await raiseDoubt(server, `Eve${look.language}${look.width}`);
  const page = await open(issueAt(sync), look);
  await page.getByRole("link", { name: /^(Unlink|Dissocier)/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^(Link|Associer)/ }).click();
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  await expectAccessible(page);
});
