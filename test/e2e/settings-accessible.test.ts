import type { Page } from "playwright-core";
import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";
import { addLeavers } from "./support/waiting-syncs.ts";

const test = setUpPages({ data: "empty" });

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();
const light = { themes: ["light"] } as const;
const dark = { themes: ["dark"] } as const;

/** A limit, and syncs to try it on, once a server. */
const filled = new WeakSet<TestServer>();
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await server.client.call("PATCH", "/provisioning/settings", { thresholds: { users: 50 } });
  await addLeavers(server);
}

/** A push, questions about it, and a push that is refused. */
async function askMuch(server: TestServer): Promise<void> {
  await fill(server);
  const { script } = server;
  for (let n = 0; n < 3; n++) await script.listSyncs();
  await script.push({ members: [{ email: "k1@northwind.example" }] }).catch(() => {});
}

describe.each(LOOKS)("$language, $width px", (look) => {
  test("keys, and a new one", async ({ server, open }) => {
    await fill(server);
    const page = await open("/provisioning/keys", look);
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    await press(page, /^(Create a key|Créer une clé)$/);
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page, light);
    await page
      .getByRole("dialog")
      .getByRole("textbox", { name: /^(Name|Nom)/ })
      .fill("Export");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^(Create a key|Créer une clé)$/ })
      .click();
    await page.getByRole("button", { name: /^(Done|Terminé)$/ }).waitFor();
    await expectAccessible(page, dark);
  });

  test("what was asked with a key: much, only refused, nothing", async ({ server, open }) => {
    await askMuch(server);
    const page = await open("/provisioning/keys", look);
    await page.getByRole("link", { name: "Bootstrap key" }).click();
    const sheet = page.getByRole("dialog");
    await sheet
      .getByRole("link", { name: /^(Sync|Synchronisation)/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await sheet.getByRole("checkbox").check({ force: true });
    await sheet.getByText("200").first().waitFor({ state: "detached" });
    await expectAccessible(page, light);
    await page.goto("/provisioning/keys?requests=key_99999");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, dark);
  });

  test("rules, as they are and changed", async ({ server, open }) => {
    await fill(server);
    const page = await open("/provisioning/rules", look);
    const limit = page.getByRole("textbox", {
      name: /^(Limit for user updates|Limite de mises à jour d’u)/,
    });
    await limit.waitFor();
    await expectAccessible(page);
    await limit.fill("");
    await limit.press("Tab");
    await page.getByText(/^(Enter a whole number|Saisissez un nombre entier)/).waitFor();
    await expectAccessible(page, dark);
    await limit.fill("0");
    await limit.press("Tab");
    await page
      .getByText(/^(It ran without waiting|Elle s’est faite)/)
      .first()
      .waitFor();
    await expectAccessible(page, light);
  });

  test("the workspace, as it is and changed", async ({ server, open }) => {
    await fill(server);
    const page = await open("/settings/workspace", look);
    await page.getByText(/^(\d+ seats? (is|are) taken|\d+ places? )/).waitFor();
    await expectAccessible(page);
    const zone = page.getByRole("combobox", { name: /^(Time zone|Fuseau horaire)/ });
    await zone.fill("york");
    await page.getByRole("option", { name: /^America\/New_York/ }).waitFor();
    await expectAccessible(page, { ...light, within: ".popover" });
    await page.getByRole("option", { name: /^America\/New_York/ }).click();
    await page.getByRole("region", { name: /^1 (unsaved|modification)/ }).waitFor();
    await expectAccessible(page, dark);
  });
});
