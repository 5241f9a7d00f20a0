import type { Page } from "playwright-core";
import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();
const light = { themes: ["light"] } as const;
const dark = { themes: ["dark"] } as const;

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** A property of the workspace and somebody without a password, once a server. */
const filled = new WeakSet<TestServer>();
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await server.client.call("POST", "/properties", { label: "Badge number", sensitive: true });
  const person = { name: "Camille Roy", email: "camille@northwind.example", role: "viewer" };
  await server.client.call("POST", "/admins", person);
}

describe.each(LOOKS)("$language, $width px", (look) => {
  test("properties, a new one, and the question before one goes", async ({ server, open }) => {
    await fill(server);
    const page = await open("/settings/properties", look);
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    await press(page, /^(Add property|Ajouter une propriété)$/);
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page, light);
    await closeDialog(page);
    await press(page, /^(Actions for|Actions pour) Badge number$/);
    await page.getByRole("menuitem", { name: /^(Delete|Supprimer)$/ }).click();
    await page.getByRole("alertdialog").waitFor();
    await expectAccessible(page, dark);
  });

  test("admins, a new one, and the question before one goes", async ({ server, open }) => {
    await fill(server);
    const page = await open("/settings/admins", look);
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    await press(page, /^(Add person|Ajouter une personne)$/);
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page, dark);
    await closeDialog(page);
    await press(page, /^(Actions for|Actions pour) Camille Roy$/);
    await page.getByRole("menuitem", { name: /^(New password link|Nouveau lien)/ }).click();
    await page.getByRole("button", { name: /^(Done|Terminé)$/ }).waitFor();
    await expectAccessible(page, light);
  });

  test("the audit log, its filters, and when they leave nothing", async ({ server, open }) => {
    await fill(server);
    const page = await open("/settings/audit", look);
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    await press(page, /^Action$/);
    await page.getByRole("menu").waitFor();
    await expectAccessible(page, light);
    await page.goto("/settings/audit?q=nobody");
    await page.getByText(/^(No entries match|Aucune entrée)/).waitFor();
    await expectAccessible(page, dark);
  });
});
