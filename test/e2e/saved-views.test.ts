import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { labelOf } from "./support/label-of.ts";
import { addressOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "demo" });

const tabs = (page: Page) => page.getByRole("navigation", { name: "Views" });
const tab = (page: Page, name: string | RegExp) => tabs(page).getByRole("link", { name });
/** Whether this tab is marked, and no other. */
const isCurrent = async (page: Page, name: string) => {
  const marked = await tabs(page).locator('[aria-current="page"]').allTextContents();
  return marked.length === 1 && marked[0]!.startsWith(name);
};
const rowCount = (page: Page) => page.locator(".row-link").count();

/** Keeps the filters of the page under a name. */
async function save(page: Page, name: string, who?: "Everyone"): Promise<void> {
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  if (who !== undefined) await labelOf(dialog.getByRole("radio", { name: who })).click();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await tab(page, name).waitFor();
}

async function pickStatus(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole("button", { name: /^Status/ }).click();
  for (const name of names) await page.getByRole("menuitemcheckbox", { name }).click();
  await page.keyboard.press("Escape");
}

/** The mark of a view whose filters differ is heard. */
const CHANGED = /^Trouble.*changed$/;

test("filters are kept as a view, shown as a tab, and mark where they differ", async ({ open }) => {
  const page = await open("/syncs");
  await page.locator(".row-link").first().waitFor();
  expect(await page.getByRole("button", { name: "Save view" }).count()).toBe(0);
  expect(await tabs(page).count()).toBe(0);
  const all = await rowCount(page);

  await pickStatus(page, "Failed");
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save view" });
  await dialog.getByRole("button", { name: "Save view" }).click();
  await dialog.getByText("Enter a name.").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await save(page, "Trouble");
  await page.getByText("The view “Trouble” is saved.").waitFor();
  await expect.poll(() => isCurrent(page, "Trouble")).toBe(true);
  expect(addressOf(page)).toMatch(/^\/syncs\?status=failed&view=view_\d+$/);
  expect(await page.getByRole("button", { name: "Save view" }).count()).toBe(0);

  await pickStatus(page, "Cancelled");
  await tab(page, CHANGED).waitFor();
  expect(await isCurrent(page, "Trouble")).toBe(true);
  await page.getByRole("button", { name: "Update view" }).click();
  await page.getByText("The view “Trouble” is updated.").waitFor();
  await expect.poll(() => tab(page, CHANGED).count()).toBe(0);
  await expectAccessible(page);

  await tab(page, "All syncs").click();
  await expect.poll(() => rowCount(page)).toBe(all);
  await tab(page, "Trouble").click();
  await expect.poll(() => rowCount(page)).toBe(2);
  expect(await isCurrent(page, "Trouble")).toBe(true);
  await page.goBack();
  await expect.poll(() => isCurrent(page, "All syncs")).toBe(true);
});

test("a view is renamed and deleted; the filters stay", async ({ open }) => {
  const page = await open("/syncs?status=completed");
  await save(page, "Quiet");
  const change = () => page.getByRole("button", { name: "Change the view “Quiet”" }).click();
  await change();
  await page.getByRole("menuitem", { name: "Name and who sees it" }).click();
  const dialog = page.getByRole("dialog", { name: "Change view" });
  expect(await dialog.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Quiet");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Very quiet");
  await dialog.getByRole("button", { name: "Save" }).click();
  await tab(page, "Very quiet").waitFor();
  await page.getByRole("button", { name: "Change the view “Very quiet”" }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete the view “Very quiet”?" });
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete view" }).click();
  await expect.poll(() => tab(page, "Very quiet").count()).toBe(0);
  expect(addressOf(page)).toBe("/syncs?status=completed");
});

test("a view for everyone is there for a viewer, who cannot change it", async ({
  open,
  server,
}) => {
  const page = await open("/syncs?status=needs_approval&settings=1");
  await save(page, "To decide", "Everyone");
  const viewer = await server.addAccount("Vera Viewer", "viewer");
  const other = await open("/syncs", { as: viewer });
  await tab(other, /^To decide.*for everyone$/).click();
  await expect.poll(() => isCurrent(other, "To decide")).toBe(true);
  await other.getByRole("switch", { name: "Settings changes", checked: true }).waitFor();
  expect(await other.getByRole("button", { name: /^Change the view/ }).count()).toBe(0);
  await pickStatus(other, "Failed");
  await tab(other, /^To decide.*for everyone.*changed$/).waitFor();
  expect(await other.getByRole("button", { name: "Update view" }).count()).toBe(0);
  await save(other, "Mine");
  await expect.poll(() => isCurrent(other, "Mine")).toBe(true);
  await page.reload();
  await tab(page, "To decide").waitFor();
  expect(await tab(page, "Mine").count()).toBe(0);
});

test("French and a narrow window have them too", async ({ open }) => {
  const page = await open("/syncs?status=failed,preview", { language: "fr", width: 360 });
  await page.getByRole("button", { name: "Enregistrer la vue" }).click();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Nom" }).fill("À voir");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Enregistrer la vue" }).click();
  await page
    .getByRole("navigation", { name: "Vues" })
    .getByRole("link", { name: "À voir" })
    .waitFor();
  await expectAccessible(page);
});
