import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { rowAt } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "demo" });

describe("axe finds nothing on a report", () => {
  for (const look of LOOKS) {
    test(`${look.language}, ${look.width} px`, async ({ open, server }) => {
      const syncs = await server.client.listSyncs();
      const waiting = syncs.find(({ phase }) => phase === "awaiting_approval")!;
      const quiet = syncs.findLast(
        ({ status, updates, issues }) =>
          status === "completed" && updates.planned === 0 && issues.total === 0,
      )!;
      const path = `/syncs/${waiting.number}`;

      const page = await open(`${path}?type=user_created,user_updated`, look);
      await rowAt(page.getByRole("grid"), 0).waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: /^Type/ }).click();
      await page.getByRole("menu").waitFor();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.goto(`${path}?tab=issues&row=2`);
      await page.locator(".entry-ways, .entry-ids").first().waitFor();
      await expectAccessible(page);
      await page.goto(`${path}?q=nobody+of+this+name`);
      await page.locator(".empty-state").waitFor();
      await expectAccessible(page);

      await page.goto(`${path}?tab=troubleshooting`);
      const more = page.locator(".cause").first().locator(".button.is-link");
      await more.click();
      await expectAccessible(page);
      await page.goto(`/syncs/${quiet.number}`);
      await page.locator(".empty-state").waitFor();
      await expectAccessible(page);
    });
  }
});
