import type { Page } from "playwright-core";
import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser, pushCompany, pushRows } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
/** A company with an issue about Mia. */
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
  await pushRows(server, "NW-3,mia@northwind.example,Mia,Roy,Clerk,NW-2,someday");
}

const button = (page: Page, name: RegExp) => page.getByRole("button", { name });

describe.each(LOOKS)("$language, $width px", (look) => {
  test("the list of users, with some selected, filtered and empty", async ({ server, open }) => {
    await fill(server);
    const page = await open("/users", look);
    await page
      .getByRole("row", { name: /Bea Boss/ })
      .first()
      .waitFor();
    await page
      .getByRole("checkbox", { name: /Bea Boss/ })
      .first()
      .click();
    await expectAccessible(page);
    await button(page, /^(Manager|Gestionnaire)/).click();
    await page
      .getByRole("menuitemcheckbox", { name: /Mia Roy/ })
      .or(page.getByRole("menuitemcheckbox").first())
      .first()
      .waitFor();
    await expectAccessible(page, { themes: ["light"] });
    await page.keyboard.press("Escape");
    await page.goto("/users?q=nobody");
    await button(page, /^(Clear filters|Effacer les filtres)$/).waitFor();
    await expectAccessible(page);
  });

  test("one person, the form, and the question before erasing", async ({ server, open }) => {
    await fill(server);
    const { id } = await findUser(server, "mia@");
    const page = await open(`/users/${id}`, look);
    await page.getByRole("list", { name: /^Histor/ }).waitFor();
    await page.getByRole("link", { name: /Invalid value|Valeur non valide/ }).waitFor();
    await expectAccessible(page);
    await button(page, /^(Edit|Modifier)$/).click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await button(page, /^(More actions|Autres actions)$/).click();
    await page.getByRole("menuitem").last().click();
    await page.getByRole("alertdialog").waitFor();
    await expectAccessible(page, { themes: ["dark"] });
  });
});
