import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Facets } from "../../src/contract/report-queries.ts";
import { MILLION } from "./support/prepare-data.ts";
import { detailsOn, isInView, issuesOf, rowAt, updatesOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "million", scrollbars: true });

async function countFacets(server: TestServer, query = ""): Promise<Facets> {
  return server.client.call<Facets>("GET", `/syncs/1/facets?${query}`);
}

const write = (count: number) => count.toLocaleString("en");
const counted = (page: Page, count: number) =>
  page.getByRole("status").getByText(`${write(count)} rows`);

/** Numbers of the first and last row that show, from 0. */
async function seenRows(page: Page): Promise<{ first: number; last: number }> {
  const rows = await page.locator("[role=row][data-index]").all();
  const seen: number[] = [];
  for (const row of rows) {
    if (await isInView(page, row)) seen.push(Number(await row.getAttribute("data-index")));
  }
  return { first: Math.min(...seen), last: Math.max(...seen) };
}

describe("a report of a million entries", () => {
  test("opens with its first rows, and End and Home go to both ends", async ({ open, server }) => {
    const { kind } = await countFacets(server);
    expect(kind.issue! + kind.update!).toBe(MILLION);
    const page = await open("/syncs/1");
    await rowAt(updatesOf(page), 0).waitFor();
    await counted(page, kind.update!).waitFor();
    expect(await updatesOf(page).getAttribute("aria-rowcount")).toBe(String(kind.update! + 1));
    await updatesOf(page).focus();
    await page.keyboard.press("End");
    const last = rowAt(updatesOf(page), kind.update! - 1);
    await last.waitFor();
    expect(await isInView(page, last)).toBe(true);
    await page.keyboard.press("Enter");
    await detailsOn(page).getByText("What happened").waitFor();
    const seq = Number(new URL(page.url()).searchParams.get("row"));
    expect(seq).toBe(MILLION);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Home");
    await rowAt(updatesOf(page), 0).waitFor();
    expect((await seenRows(page)).first).toBe(0);
  });

  test("is dragged by its thumb to the last row, and to the middle", async ({ open, server }) => {
    const { kind } = await countFacets(server);
    const page = await open("/syncs/1");
    await rowAt(updatesOf(page), 0).waitFor();
    const box = (await page.locator(".grid-scroller").boundingBox())!;
    // The thumb is at its shortest, below the button of the scroll bar.
    const [x, top] = [box.x + box.width - 7, box.y + 22];
    await page.mouse.move(x, top);
    await page.mouse.down();
    await page.mouse.move(x, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    const isMiddle = async () => {
      const { first } = await seenRows(page);
      return first > kind.update! * 0.4 && first < kind.update! * 0.6;
    };
    await expect.poll(isMiddle).toBe(true);
    await rowAt(updatesOf(page), (await seenRows(page)).first).waitFor();

    await page.mouse.move(x, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, box.y + box.height + 200, { steps: 8 });
    await page.mouse.up();
    const last = rowAt(updatesOf(page), kind.update! - 1);
    await last.waitFor();
    expect(await isInView(page, last)).toBe(true);
  });

  test("is filtered by type and by name, and opens at a row in its depth", async ({
    open,
    server,
  }) => {
    const { type } = await countFacets(server, "kind=update");
    const page = await open("/syncs/1");
    await rowAt(updatesOf(page), 0).waitFor();
    await page.getByRole("button", { name: "Type", exact: true }).click();
    const item = page.getByRole("menuitemcheckbox", { name: "Team renamed" });
    await item.getByText(write(type.team_renamed!)).waitFor();
    await item.click();
    await page.keyboard.press("Escape");
    await counted(page, type.team_renamed!).waitFor();
    await rowAt(updatesOf(page), 0).getByText("Team renamed").waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();

    const { total } = await countFacets(server, "kind=update&q=garcia");
    await page.getByRole("searchbox").fill("GARCIA");
    await counted(page, total).waitFor();
    await rowAt(updatesOf(page), 0).getByText("García").first().waitFor();
    await updatesOf(page).focus();
    await page.keyboard.press("End");
    await rowAt(updatesOf(page), total - 1).waitFor();

    await page.goto("/syncs/1?row=765432");
    await detailsOn(page).getByText("What happened").waitFor();
    const selected = updatesOf(page).getByRole("row", { selected: true });
    await expect.poll(() => isInView(page, selected)).toBe(true);
  });

  test("groups its issues by cause, and leads to their rows", async ({ open, server }) => {
    const { kind } = await countFacets(server);
    const page = await open("/syncs/1?tab=troubleshooting");
    await page
      .getByRole("listitem")
      .getByRole("link", { name: /^Show [\d,]+ rows/ })
      .first()
      .click();
    await rowAt(issuesOf(page), 0).waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await counted(page, kind.issue!).waitFor();
  });
});
