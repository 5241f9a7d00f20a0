import type { Page } from "playwright-core";
import type { Picture } from "./picture.ts";

const everywhere = { languages: ["en", "fr"], widths: [1440, 360] } as const;
const rows = (page: Page) => page.locator(".row-link").first().waitFor();

export const pictures: Picture[] = [
  { name: "history", isInReadme: true, path: "/syncs", ...everywhere, prepare: rows },
  {
    ...{ name: "history-none", path: "/syncs", data: "empty", ...everywhere },
    prepare: (page) => page.locator(".empty-state").waitFor(),
  },
  {
    name: "history-filtered",
    path: "/syncs?status=failed,completed_with_issues&within=30d&settings=1",
    prepare: rows,
  },
  {
    name: "history-nothing-found",
    path: "/syncs?q=nobody",
    prepare: (page) => page.locator(".empty-state").waitFor(),
  },
  { name: "history-gone-filters", path: "/syncs?status=failed,exploded", prepare: rows },
  {
    name: "history-status-filter",
    path: "/syncs?status=failed",
    widths: [1440, 360],
    prepare: (page) => page.getByRole("button", { name: /^Status/ }).click(),
  },
  {
    name: "history-days-filter",
    path: "/syncs?after=2026-01-01",
    widths: [1440, 360],
    prepare: (page) => page.getByRole("button", { name: /^Started:/ }).click(),
  },
  {
    name: "history-bar",
    path: "/syncs",
    prepare: (page) => page.locator(".trend-bar").last().hover(),
  },
  {
    ...{ name: "history-views", path: "/syncs?status=failed", alone: true, widths: [1440, 360] },
    async prepare(page) {
      await rows(page);
      const api = async (view: object) =>
        page.request.post("/api/v1/me/views", {
          headers: { origin: new URL(page.url()).origin },
          data: { page: "syncs", ...view },
        });
      await api({ name: "Trouble", search: "status=failed", shared: false });
      await api({ name: "To decide", search: "status=needs_approval", shared: true });
      await page.reload();
      await page.locator(".view-tab").nth(1).click();
      await page.locator(".filter-chip button").first().click();
      await page.getByRole("menuitemcheckbox").last().click();
      await page.keyboard.press("Escape");
      await page.locator(".view-changed").waitFor();
    },
  },
  {
    ...{ name: "history-failures", path: "/syncs", alone: true, widths: [1440, 360] },
    async prepare(page, { database }) {
      await database.query(
        `update syncs set status = 'failed', phase = 'done', failure_code = 'database_unavailable',
           failure_message = '' where number > 28`,
      );
      await database.query("update syncs set created_at = now() where number = 31");
      await page.reload();
      await page.locator(".callout").waitFor();
      await rows(page);
    },
  },
  {
    name: "history-row-menu",
    path: "/syncs",
    prepare: async (page) => {
      await rows(page);
      await page.locator(".sync-menu button").nth(1).click();
    },
  },
];
