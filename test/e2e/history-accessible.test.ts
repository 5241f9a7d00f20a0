import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { labelOf } from "./support/label-of.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "demo" });

describe("axe finds nothing on the history", () => {
  for (const look of LOOKS) {
    test(`${look.language}, ${look.width} px`, async ({ open }) => {
      const page = await open("/syncs?settings=1&within=90d", look);
      await page.locator(".row-link").first().waitFor();
      await page.locator(".settings-line").first().waitFor();
      await expectAccessible(page);
      await page.locator(".trend-bar").last().focus();
      await page.getByRole("tooltip").waitFor();
      await expectAccessible(page);
      await page.locator(".filter-chip .button").nth(2).click();
      await labelOf(page.getByRole("radio").last()).click();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.goto("/syncs?q=nobody");
      await page.locator(".empty-state").waitFor();
      await expectAccessible(page);
    });
  }
});
