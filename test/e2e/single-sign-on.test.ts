import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import type { OpenedPage } from "./support/pages.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { PEOPLE, startSignInProvider } from "./support/sign-in-provider.ts";

const test = setUpPages({ data: "demo", startCompanion: startSignInProvider });

const as = null;
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const button = (page: Page, name: string) => page.getByRole("button", { name });
const addressOf = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname + search);
};

/** From the sign-in page to the provider's. */
async function goToProvider(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Sign in with Acme login" }).click();
  await heading(page, "Acme login").waitFor();
}

async function signInAtProvider(page: Page, { email }: { email: string }): Promise<void> {
  await goToProvider(page);
  await page.getByLabel("Address").fill(email);
  await button(page, "Continue").click();
}

async function signOut(page: Page): Promise<void> {
  await button(page, "Account of").click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await heading(page, "Sign in").waitFor();
}

describe("signing in with the provider", () => {
  test("leads back to the address that was wanted, signed in", async ({ open, server }) => {
    const page = await open("/syncs?status=failed&within=30d", { as });
    await heading(page, "Sign in").waitFor();
    await goToProvider(page);
    expect(new URL(page.url()).origin).toBe(server.origins[1]);
    await page.goBack();
    await heading(page, "Sign in").waitFor();
    await signInAtProvider(page, PEOPLE.admin);
    await heading(page, "Sync history").waitFor();
    expect(new URL(page.url()).origin).toBe(server.url);
    expect(addressOf(page)).toBe("/syncs?status=failed&within=30d");
    await button(page, "Status (1)").waitFor();
    await page.goto("/account");
    await page.getByRole("table", { name: "Sessions" }).getByText("This one").waitFor();
  });

  test("ends with signing out, and the provider still knows the person afterwards", async ({
    open,
  }) => {
    const page = await open("/users", { as });
    await signInAtProvider(page, PEOPLE.admin);
    await heading(page, "Users").waitFor();
    await signOut(page);
    await page.goto("/teams");
    await heading(page, "Sign in").waitFor();
    await page.getByRole("link", { name: "Sign in with Acme login" }).click();
    await heading(page, "Teams").waitFor();
    expect(addressOf(page)).toBe("/teams");
  });
});

describe("who is refused", () => {
  const refused = async (page: OpenedPage, words: RegExp, wanted: string) => {
    await page.getByRole("main").getByText(words).waitFor();
    await heading(page, "Sign in").waitFor();
    expect(new URL(page.url()).searchParams.get("return")).toBe(wanted);
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(
      "muster.session_token",
    );
  };

  test("is told so by the sign-in page, and may still use a password", async ({ open, server }) => {
    const page = await open("/users?q=roy", { as });
    await signInAtProvider(page, PEOPLE.stranger);
    await refused(page, /Only admins can see/, "/users?q=roy");
    await expectAccessible(page);
    await page.getByRole("textbox", { name: "Email" }).fill(server.admin.email);
    await page.getByLabel("Password").fill(server.admin.password);
    await button(page, "Sign in").click();
    await heading(page, "Users").waitFor();
    expect(addressOf(page)).toBe("/users?q=roy");
  });

  test("may have gone back at the provider", async ({ open }) => {
    const page = await open("/teams", { as });
    await goToProvider(page);
    await button(page, "Cancel").click();
    await refused(page, /Your provider did not let you through/, "/teams");
    await signInAtProvider(page, PEOPLE.admin);
    await heading(page, "Teams").waitFor();
  });

  test("reads it in their language, at any width", async ({ open }) => {
    for (const look of LOOKS) {
      const page = await open("/sign-in?refused=sso_other_identity&return=/users", { as, ...look });
      const french = look.language === "fr";
      const words = french ? "appartient à une autre identité" : "belongs to another identity";
      await page.getByText(words).waitFor();
      const link = french ? "Se connecter avec Acme login" : "Sign in with Acme login";
      await page.getByRole("link", { name: link }).waitFor();
      await expectAccessible(page);
    }
  });
});

test("who is no admin any more is signed out, and their provider does not help", async ({
  open,
  server,
}) => {
  const { email } = await server.addAccount("Camille Roy", "viewer");
  const page = await open("/syncs", { as });
  await signInAtProvider(page, PEOPLE.leaver);
  await heading(page, "Sync history").waitFor();
  const { rows } = await server.database.query<{ id: string }>(
    "select id from auth_users where email = $1",
    [email],
  );
  const admin = await open("/syncs");
  const removed = await admin.request.delete(`/api/v1/admins/${rows[0]!.id}`, {
    headers: { origin: server.url },
  });
  expect(removed.status()).toBe(204);
  await page.reload();
  await heading(page, "Sign in").waitFor();
  await page.getByRole("link", { name: "Sign in with Acme login" }).click();
  await page.getByText("ask one of them to add you").waitFor();
});
