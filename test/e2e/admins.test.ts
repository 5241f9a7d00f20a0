import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "empty" });

const button = (on: Page | Locator, name: string | RegExp) => on.getByRole("button", { name });
const field = (on: Page | Locator, name: string | RegExp) => on.getByRole("textbox", { name });
const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });

async function askOf(page: Page, name: string, item: string): Promise<void> {
  await button(page, `Actions for ${name}`).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

test("somebody is added by a link that is shown once, is made admin, and removed", async ({
  open,
}) => {
  const page = await open("/settings/admins");
  await rowOf(page, "admin").getByText("You").waitFor();
  await button(page, "Add person").click();
  const form = page.getByRole("dialog", { name: "Let a person sign in" });
  await button(form, "Add the person").click();
  await form.getByText("Enter a name.").waitFor();
  await form.getByText("Enter an email address.").waitFor();
  await field(form, "Name").fill("Camille Roy");
  await field(form, "Email").fill("camille@northwind.example");
  await button(form, "Add the person").click();
  const shown = page.getByRole("dialog", { name: "Link for Camille Roy" });
  const link = await field(shown, "The link").inputValue();
  expect(link).toContain(new URL(page.url()).origin);
  await button(shown, "Done").click();
  const close = page.getByRole("alertdialog", { name: "Close without copying the link?" });
  await button(close, "Close without copying").click();
  await rowOf(page, "Camille Roy").getByText("No password yet").waitFor();
  await rowOf(page, "Camille Roy").getByRole("cell", { name: "Viewer" }).waitFor();

  await askOf(page, "Camille Roy", "New password link");
  const next = await field(shown, "The link").inputValue();
  expect(next).not.toBe(link);
  await button(shown, "Copy the link").click();
  await button(shown, "Done").click();
  await shown.waitFor({ state: "detached" });

  const camille = await open(next, { as: null });
  await camille.getByLabel("New password").fill("a long enough password");
  await button(camille, "Set the password").click();
  await camille.getByText("Your password is set.").waitFor();

  await page.reload();
  await rowOf(page, "Camille Roy").waitFor();
  expect(await page.getByText("No password yet").count()).toBe(0);
  await askOf(page, "Camille Roy", "Make admin");
  await rowOf(page, "Camille Roy").getByRole("cell", { name: "Admin", exact: true }).waitFor();
  await askOf(page, "Camille Roy", "Remove");
  const ask = page.getByRole("alertdialog", { name: "Remove Camille Roy?" });
  await ask.getByText("They are signed out at once").waitFor();
  await button(ask, "Remove Camille Roy").click();
  await rowOf(page, "Camille Roy").waitFor({ state: "detached" });
});

test("who has access already is not added twice", async ({ server, open }) => {
  await server.addAccount("Dana Twice", "viewer");
  const page = await open("/settings/admins");
  await button(page, "Add person").click();
  const form = page.getByRole("dialog");
  await field(form, "Name").fill("Dana");
  await field(form, "Email").fill("Dana.Twice@northwind.example");
  await button(form, "Add the person").click();
  await form.getByRole("alert").getByText("This person has access to the workspace").waitFor();
});

test("the last admin stays, and is told why", async ({ open }) => {
  const page = await open("/settings/admins");
  await askOf(page, "admin", "Make viewer");
  const demote = page.getByRole("alertdialog", { name: "Become a viewer?" });
  await button(demote, "Become a viewer").click();
  await demote.getByText("A workspace keeps at least one admin.").waitFor();
  await button(demote, "Cancel").click();
  await askOf(page, "admin", "Remove");
  const remove = page.getByRole("alertdialog", { name: "Remove admin?" });
  await button(remove, "Remove admin").click();
  await remove.getByText("A workspace keeps at least one admin.").waitFor();
  await button(remove, "Cancel").click();
  await rowOf(page, "admin").getByRole("cell", { name: "Admin", exact: true }).waitFor();
});

test("a viewer sees who has access, and changes nothing", async ({ server, open }) => {
  const page = await open("/settings/admins", {
    as: await server.addAccount("Vera Admins", "viewer"),
  });
  await page.getByText("Only admins can change who has access.").waitFor();
  await rowOf(page, "Vera Admins").getByText("You").waitFor();
  expect(await button(page, /^(Add person|Actions for)/).count()).toBe(0);
});
