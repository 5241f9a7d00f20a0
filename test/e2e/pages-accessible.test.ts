import type { Page } from "playwright-core";
import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "empty" });

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).click();
const light = { themes: ["light"] } as const;

/** What the tests of single pages leave out: one's own account, and what belongs to the frame. */
describe.each(LOOKS)("axe finds nothing: $language, $width px", (look) => {
  test("one's own account, as it is and with a wrong password", async ({ open }) => {
    const page = await open("/account", look);
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    await page.getByLabel(/^(Current password|Mot de passe actuel)/).fill("not this one");
    await page.getByLabel(/^(New password|Nouveau mot de passe)/).fill("a fine long password");
    await press(page, /^(Change the password|Changer le mot de passe)$/);
    await page.getByText(/^(This is not your|Ce n’est pas votre)/).waitFor();
    await expectAccessible(page, light);
  });

  test("the list of keys, and the menus of the frame", async ({ open }) => {
    const page = await open("/nowhere", look);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByRole("switch").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    if (look.width < 900) await press(page, /^(Open the menu|Ouvrir le menu)$/);
    for (const name of [/^(Theme|Thème)/, /^(Account of|Compte de)/]) {
      await press(page, name);
      await page.getByRole("menu").waitFor();
      await expectAccessible(page, light);
      await page.keyboard.press("Escape");
      await page.getByRole("menu").waitFor({ state: "detached" });
    }
  });
});
