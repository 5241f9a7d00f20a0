import type { Page } from "playwright-core";
import type { Picture } from "./picture.ts";

const everywhere = { languages: ["en", "fr"], widths: [1440, 360] } as const;

async function open(page: Page) {
  await page.locator(".page-actions button").last().click();
  await page.getByRole("dialog").locator(".facts ul").waitFor();
}

export const pictures: Picture[] = [
  { name: "run-new-sync", path: "/syncs", ...everywhere, prepare: open },
  {
    ...{ name: "run-new-sync-api", path: "/syncs", ...everywhere },
    async prepare(page) {
      await open(page);
      await page.getByRole("dialog").getByRole("radio").nth(1).press("Space");
      await page.locator(".code-sample").scrollIntoViewIfNeeded();
    },
  },
  {
    ...{ name: "run-again-older", path: "/syncs" },
    async prepare(page) {
      await page.locator(".row-link").first().waitFor();
      await page.locator(".sync-menu button").nth(4).click();
      await page.getByRole("menuitem").nth(1).click();
      await page.getByRole("dialog").getByRole("radio").nth(4).press("Space");
      await page.getByRole("dialog").locator(".callout").waitFor();
    },
  },
];
