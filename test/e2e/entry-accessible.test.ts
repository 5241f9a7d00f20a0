import type { Page } from "playwright-core";
import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "empty" });

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).click();
const light = { themes: ["light"] } as const;

/** The pages for who is not signed in. A first set-up is in entry.test.ts. */
describe.each(LOOKS)("axe finds nothing: $language, $width px", (look) => {
  test("signing in, with nothing filled in and with what is wrong", async ({ open }) => {
    const page = await open("/sign-in", { ...look, as: null });
    await press(page, /^(Sign in|Se connecter)$/);
    await page.getByText(/^(Enter your password|Saisissez votre mot de passe)/).waitFor();
    await expectAccessible(page);
    await page.getByRole("textbox", { name: /^(Email|Adresse courriel)/ }).fill("a@b.example");
    await page.getByLabel(/^(Password|Mot de passe)/).fill("wrong");
    await press(page, /^(Sign in|Se connecter)$/);
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, light);
  });

  test("a link to set a password: used, made up, and none", async ({ open }) => {
    const admin = await open("/account", look);
    const made = await admin.request.post("/api/v1/admins", {
      headers: { origin: new URL(admin.url()).origin },
      data: {
        ...{ name: "Bob Roy", role: "viewer" },
        email: `bob.${look.language}.${look.width}@northwind.example`,
      },
    });
    const { link } = (await made.json()) as { link: string };
    const page = await open(link, { ...look, as: null });
    const password = page.getByLabel(/^(New password|Nouveau mot de passe)/);
    await password.fill("short");
    await page.locator("form button[type=submit]").click();
    await page.getByText(/^(Use at least|Utilisez au moins) 8/).waitFor();
    await expectAccessible(page);
    await password.fill("another long password");
    await page.locator("form button[type=submit]").click();
    await page.getByRole("link", { name: /^(Sign in|Se connecter)$/ }).waitFor();
    await expectAccessible(page, light);

    await page.goto("/set-password#token=made-up-made-up-made-up");
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page, light);
  });

  test("set-up that is done already", async ({ open }) => {
    const page = await open("/setup", { ...look, as: null });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page, light);
  });
});
