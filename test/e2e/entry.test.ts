import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "new" });

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const pathOf = (address: string) => {
  const { pathname, hash } = new URL(address);
  return `${pathname}${hash}`;
};
const ADA = { email: "ada@northwind.example", password: "a fine long password" };
const as = null;

describe("the very first start", () => {
  test("says at the sign-in page where the link for the first admin is", async ({ open }) => {
    const page = await open("/", { as });
    await page.getByText("is not set up yet").waitFor();
    await expectAccessible(page);
    await page.goto("/setup");
    await page.getByText("this address alone is not enough").waitFor();
  });

  test("looks right in both languages and widths", async ({ open, server }) => {
    for (const look of LOOKS) {
      const page = await open(pathOf(server.setUpUrl!), { as, ...look });
      await heading(page, /^(Set up|Configurer) Muster$/).waitFor();
      await expectAccessible(page);
    }
  });

  test("names what is missing, then makes workspace and admin, once", async ({ open, server }) => {
    const link = pathOf(server.setUpUrl!);
    const page = await open(link, { as });
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByText("Name the workspace.").waitFor();
    await page.getByText("Use at least 8 characters.").waitFor();
    await field(page, "Workspace").fill("Northwind");
    await field(page, "Your name").fill("Ada Lovelace");
    await field(page, "Your email").fill(ADA.email);
    await field(page, "Password").fill(ADA.password);
    await page.getByRole("button", { name: "Set up" }).click();
    await heading(page, "Sync history").waitFor();
    await page.getByText("Northwind").first().waitFor();

    const again = await open(link, { as });
    await again.getByText("Muster is set up already.").waitFor();
    await again.getByRole("link", { name: "Sign in" }).click();
    await heading(again, "Sign in").waitFor();
  });
});

describe("a link to choose a password", () => {
  test("works once, for whom an admin made it", async ({ open, server }) => {
    const admin = await open("/sign-in", { as });
    await field(admin, "Email").fill(ADA.email);
    await field(admin, "Password").fill(ADA.password);
    await admin.getByRole("button", { name: "Sign in" }).click();
    await heading(admin, "Sync history").waitFor();
    const made = await admin.request.post("/api/v1/admins", {
      headers: { origin: server.address },
      data: { name: "Bob Roy", email: "bob@northwind.example", role: "viewer" },
    });
    const { link } = (await made.json()) as { link: string };

    const page = await open(link, { as });
    await field(page, "New password").fill("short");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("Use at least 8 characters.").waitFor();
    await expectAccessible(page);
    await field(page, "New password").fill("another long password");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("Your password is set.").waitFor();
    await page.getByRole("link", { name: "Sign in" }).click();
    await field(page, "Email").fill("bob@northwind.example");
    await field(page, "Password").fill("another long password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await heading(page, "Sync history").waitFor();

    const again = await open(link, { as });
    await field(again, "New password").fill("yet another password");
    await again.getByRole("button", { name: "Set the password" }).click();
    await again.getByText("This link was used already").waitFor();
  });
});

describe("one's own account", () => {
  test("changes the password, and signs the other sessions out", async ({ open }) => {
    const signIn = async (password: string) => {
      const page = await open("/sign-in?return=/account", { as });
      await field(page, "Email").fill(ADA.email);
      await field(page, "Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await heading(page, "Your account").waitFor();
      return page;
    };
    const page = await signIn(ADA.password);
    const other = await signIn(ADA.password);
    await expectAccessible(page);
    await page.getByRole("table", { name: "Sessions" }).getByText("This one").waitFor();
    await field(page, "Current password").fill("not this");
    await field(page, "New password").fill("the next long password");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("This is not your current password.").waitFor();
    await field(page, "Current password").fill(ADA.password);
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("Your password was changed.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^Sign out Chrome/ }).count()).toBe(0);
    await other.goto("/account");
    await heading(other, "Sign in").waitFor();
  });
});
