import type { Page } from "playwright-core";
import type { Picture } from "./picture.ts";

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;

const waitForHeading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();

async function cutOff(page: Page): Promise<void> {
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.route("**/healthz", (route) => route.abort());
}

export const pictures: Picture[] = [
  { name: "sign-in", path: "/sign-in", as: null, data: "empty", ...both, prepare: waitForHeading },
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
      await page.getByRole("table").first().waitFor();
      await page.context().setOffline(true);
      await page.getByRole("button", { name: /^(Retry|Réessayer)$/ }).waitFor();
    },
  },
];
