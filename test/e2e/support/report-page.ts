import type { Locator, Page } from "playwright-core";

/** The path and search of a page's address, as people read it. */
export function addressOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname + search);
}

/** The list of updates of a report. */
export function updatesOf(page: Page): Locator {
  return page.getByRole("grid", { name: "Updates of this sync" });
}

/** The list of issues of a report. */
export function issuesOf(page: Page): Locator {
  return page.getByRole("grid", { name: "Issues of this sync" });
}

/** The details of a row, beside its list. */
export function detailsOn(page: Page): Locator {
  return page.getByRole("complementary", { name: /^Details of/ });
}

/** The row at a place of a list, from 0, loaded. */
export function rowAt(grid: Locator, index: number): Locator {
  return grid.locator(`[role=row][aria-rowindex="${index + 2}"]:not([aria-busy])`);
}

/** Whether a row shows whole between the head of its list and its lower end. */
export async function isInView(page: Page, row: Locator): Promise<boolean> {
  const head = await page.locator(".grid-head").boundingBox();
  const list = await page.locator(".grid-scroller").boundingBox();
  const box = await row.boundingBox();
  if (head === null || list === null || box === null) return false;
  return box.y >= head.y + head.height - 1 && box.y + box.height <= list.y + list.height + 1;
}
