import type { Page } from "playwright-core";
import type { Picture } from "./picture.ts";

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;

const waitForHeading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();

async function cutOff(page: Page): Promise<void> {
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.route("**/healthz", (route) => route.abort());
}

export const pictures: Picture[] = [
  { name: "not-found", path: "/nowhere", data: "empty", ...both, prepare: waitForHeading },
  {
    name: "frame-menu",
    path: "/nowhere",
    widths: [360],
    async prepare(page) {
      await page.getByRole("button", { name: "Open the menu" }).click();
      await page.getByRole("dialog", { name: "Menu" }).waitFor();
    },
  },
  {
    name: "frame-palette",
    path: "/syncs",
    ...both,
    async prepare(page) {
      await page.locator(".row-link").first().waitFor();
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("searchbox").fill("zo");
      await page.getByRole("menuitem", { name: /^Zo/ }).first().waitFor();
    },
  },
  {
    name: "palette-all",
    path: "/syncs",
    ...both,
    async prepare(page) {
      await page.locator(".row-link").first().waitFor();
      await page.keyboard.press("Control+k");
      await page
        .getByRole("menuitem", { name: /^Syn.* \d/ })
        .first()
        .waitFor();
      await page.getByRole("menuitem").nth(12).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "palette-day",
    path: "/syncs",
    ...both,
    async prepare(page, server) {
      const [sync] = (await server.client.listSyncs()).reverse();
      await page.locator(".row-link").first().waitFor();
      await page.keyboard.press("Control+k");
      const field = page.getByRole("dialog").getByRole("searchbox");
      await field.fill(sync?.createdAt.slice(0, 10) ?? "");
      await page.getByRole("group", { name: /^(Syncs of|Synchronisations du)/ }).waitFor();
    },
  },
  {
    name: "keys-marked",
    path: async ({ client }) => {
      const { items } = await client.call<{ items: { id: string }[] }>("GET", "/api-keys");
      return `/provisioning/keys#${items.at(-1)?.id}`;
    },
    ...both,
    prepare: (page) => page.locator("tr[aria-current]").waitFor(),
  },
  {
    name: "frame-shortcuts",
    path: "/nowhere",
    ...both,
    async prepare(page) {
      await waitForHeading(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "list-failed",
    path: "/nowhere",
    allow: [/answered 500/],
    ...both,
    async prepare(page) {
      await waitForHeading(page);
      const body = { status: 500, code: "internal_error", requestId: "r-8c0c54d4" };
      await page.route("**/api/v1/syncs?*", (route) =>
        route.fulfill({
          ...{ status: 500, contentType: "application/problem+json" },
          body: JSON.stringify(body),
        }),
      );
      await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/syncs"]')?.click());
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "frame-account",
    path: "/nowhere",
    languages: ["en", "fr"],
    async prepare(page) {
      await page.getByRole("button", { name: /^(Account of|Compte de)/ }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "server-down",
    path: "/sign-in",
    languages: ["en", "fr"],
    allow: [/net::ERR_/],
    async prepare(page) {
      await cutOff(page);
      await page.goto("/syncs");
      await page.getByRole("button", { name: /^(Retry|Réessayer)$/ }).waitFor();
    },
  },
  {
    name: "offline",
    path: "/syncs",
    ...both,
    allow: [/net::ERR_/],
    async prepare(page) {
      await page.locator(".row-link").first().waitFor();
      await page.context().setOffline(true);
      await page.getByRole("button", { name: /^(Retry|Réessayer)$/ }).waitFor();
    },
  },
];
