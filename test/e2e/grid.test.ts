import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { findChromium, launchChromium } from "./support/find-chromium.ts";
import { type GridServer, startGridServer } from "./support/grid-server.ts";
import { type Faults, watchFaults } from "./support/watch-faults.ts";

const missing = findChromium() === null && process.env.CI !== "true";
const MILLION = 1_000_000;

let server: GridServer;
let browser: Browser;
const opened: Faults[] = [];
beforeAll(async () => {
  if (missing) return;
  browser = await launchChromium({ scrollbars: true });
  server = await startGridServer();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.stop();
});
afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
  expect(opened.splice(0).flatMap((faults) => faults.list())).toEqual([]);
  Object.assign(server?.behaviour ?? {}, { failing: false, delayMs: 0 });
});

async function openGrid(rows = MILLION, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  opened.push(await watchFaults(context, [server.origin]));
  const page = await context.newPage();
  server.asked.length = 0;
  await page.goto(`${server.origin}/?rows=${rows}`);
  await page.getByRole("grid").waitFor();
  if (rows > 0) await rowOf(page, 1).waitFor();
  return page;
}

/** The row with this number, loaded. */
function rowOf(page: Page, number: number) {
  return page.locator(`[role=row][aria-rowindex="${number + 1}"]:not([aria-busy])`);
}

async function goToRow(page: Page, number: number): Promise<void> {
  await page.getByRole("textbox", { name: "Row" }).fill(String(number));
  await page.getByRole("textbox", { name: "Row" }).press("Enter");
  await rowOf(page, number).waitFor();
}

/** What is in view: numbers of the first and last row that show, and how far the first is below the header. */
function readView(page: Page) {
  return page.evaluate(() => {
    const rect = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
    const [top, bottom] = [rect(".grid-head").bottom, rect(".grid-scroller").bottom];
    const rows = [...document.querySelectorAll("[role=row][data-index]")].map((row) => ({
      number: Number(row.getAttribute("aria-rowindex")) - 1,
      top: row.getBoundingClientRect().top - top,
      bottom: row.getBoundingClientRect().bottom - top,
    }));
    const seen = rows.filter((row) => row.bottom > 0.5 && row.top < bottom - top - 0.5);
    return {
      first: seen[0]!.number,
      offset: seen[0]!.top,
      last: seen.at(-1)!.number,
      end: bottom - top - seen.at(-1)!.bottom,
      drawn: rows.length,
      inOrder: rows.every((row, at) => at === 0 || row.number === rows[at - 1]!.number + 1),
    };
  });
}

/** How far the rows moved, in pixels. */
async function measureMove(page: Page, act: () => Promise<void>): Promise<number> {
  const before = await readView(page);
  await act();
  await page.evaluate(waitUntilStill);
  const after = await readView(page);
  return (after.first - before.first) * 40 - (after.offset - before.offset);
}

/** Until the rows have not moved for some frames. */
async function waitUntilStill(): Promise<void> {
  const scroller = document.querySelector(".grid-scroller")!;
  let still = 0;
  let top = -1;
  while (still < 12) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    still = scroller.scrollTop === top ? still + 1 : 0;
    top = scroller.scrollTop;
  }
}

async function wheel(page: Page, ...turns: number[]): Promise<void> {
  await page.mouse.move(400, 500);
  for (const by of turns) await page.mouse.wheel(0, by);
}

/** Where the thumb of the scroll bar can be taken, and how far it can go. */
async function findThumb(page: Page) {
  const box = (await page.locator(".grid-scroller").boundingBox())!;
  const share = await page.evaluate(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.querySelector(".grid-scroller")!;
    return scrollTop / (scrollHeight - clientHeight);
  });
  // Buttons at both ends, and the shortest thumb that Chromium draws.
  const way = { from: box.y + 15 + 8, length: box.height - 30 - 17 };
  return { x: box.x + box.width - 7, y: way.from + share * way.length, ...way };
}

/** Comes to the grid with the Tab key. */
async function tabIntoGrid(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Refresh" }).focus();
  await page.keyboard.press("Tab");
}

/** The first row in view when the page last kept its place. */
const keptRow = (page: Page) => page.evaluate(() => history.state?.position?.index + 1);

const activeRow = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector("[role=grid]")!.getAttribute("aria-activedescendant");
    const row = id === null ? null : document.getElementById(id);
    return row === null ? null : Number(row.getAttribute("aria-rowindex")) - 1;
  });

describe.skipIf(missing)("the big grid", () => {
  test("begins at its start and knows how many rows there are", async () => {
    const page = await openGrid();
    const grid = page.getByRole("grid", { name: "Test rows" });
    expect(await grid.getAttribute("aria-rowcount")).toBe("1000001");
    expect(await grid.getAttribute("aria-colcount")).toBe("5");
    expect(await readView(page)).toMatchObject({ first: 1, offset: 0, inOrder: true });
    expect(await rowOf(page, 1).evaluate((row) => row.getBoundingClientRect().height)).toBe(40);
  });

  test.each([1, 3000, 760_000, MILLION - 100])(
    "wheels move by exact pixels at row %i",
    async (row) => {
      const page = await openGrid();
      await goToRow(page, row);
      expect(await measureMove(page, () => wheel(page, 120, 120, 37))).toBe(277);
      expect(await measureMove(page, () => wheel(page, -120, -53))).toBe(-173);
      expect((await readView(page)).inOrder).toBe(true);
    },
  );

  test("wheels far beyond a screen are exact, and the scroll bar stays where it belongs", async () => {
    const page = await openGrid();
    await goToRow(page, 500_000);
    const before = await findThumb(page);
    expect(await measureMove(page, () => wheel(page, ...Array(40).fill(1500)))).toBe(60_000);
    const barMoved = async () => (((await findThumb(page)).y - before.y) / before.length) * MILLION;
    await expect.poll(barMoved).toBeLessThan(1600);
    expect(await barMoved()).toBeGreaterThan(1400);
  });

  test("wheels reach both ends", async () => {
    const page = await openGrid();
    await goToRow(page, 300);
    await wheel(page, ...Array(12).fill(-1200));
    await expect.poll(async () => (await readView(page)).first).toBe(1);
    expect((await readView(page)).offset).toBe(0);
    await goToRow(page, MILLION - 300);
    await wheel(page, ...Array(12).fill(1200));
    await expect.poll(async () => (await readView(page)).last).toBe(MILLION);
    expect((await readView(page)).end).toBe(0);
  });

  test("a dragged thumb shows the rows at its share of the way, and fetches where it pauses", async () => {
    const page = await openGrid();
    const { x, y, from, length } = await findThumb(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    server.asked.length = 0;
    await page.mouse.move(x, from + length * 0.76, { steps: 40 });
    await expect.poll(async () => (await readView(page)).first).toBeGreaterThan(740_000);
    expect((await readView(page)).first).toBeLessThan(780_000);
    expect((await readView(page)).inOrder).toBe(true);
    await page.mouse.up();
    const { first } = await readView(page);
    await rowOf(page, first).waitFor();
    expect(await rowOf(page, first).innerText()).toContain(first.toLocaleString("en"));
    // Forty steps over three quarters of a million rows.
    expect(server.asked.length).toBeLessThan(20);
  });

  test("rows on their way are placeholders of their height", async () => {
    server.behaviour.delayMs = 400;
    const page = await openGrid();
    await page.getByRole("textbox", { name: "Row" }).fill("400000");
    await page.getByRole("textbox", { name: "Row" }).press("Enter");
    const busy = page.locator('[role=row][aria-rowindex="400001"][aria-busy=true]');
    await busy.waitFor();
    expect(await busy.evaluate((row) => row.getBoundingClientRect().height)).toBe(40);
    await rowOf(page, 400_000).waitFor();
  });

  test("keys move, and what they are on is in view and told", async () => {
    const page = await openGrid();
    await tabIntoGrid(page);
    expect(await activeRow(page)).toBe(1);
    const steps: [key: string, row: number][] = [
      ["j", 2],
      ["ArrowDown", 3],
      ["k", 2],
      ["ArrowUp", 1],
      ["ArrowUp", 1],
      ["Control+End", MILLION],
      ["ArrowUp", MILLION - 1],
      ["Home", 1],
      ["End", MILLION],
      ["Control+Home", 1],
    ];
    for (const [key, row] of steps) {
      await page.keyboard.press(key);
      await expect.poll(() => activeRow(page), { message: key }).toBe(row);
      const { first, last, inOrder } = await readView(page);
      expect(row >= first && row <= last && inOrder, `${row} in view after ${key}`).toBe(true);
    }
    await page.keyboard.press("PageDown");
    const { first, last } = await readView(page);
    const paged = (await activeRow(page))!;
    expect(paged).toBeGreaterThan(10);
    expect(paged >= first && paged <= last).toBe(true);
    const outline = await rowOf(page, paged).evaluate((row) => getComputedStyle(row).outlineStyle);
    expect(outline).toBe("solid");
  });

  test("keys begin where the rows were scrolled to", async () => {
    const page = await openGrid();
    await measureMove(page, () => wheel(page, 4010));
    await tabIntoGrid(page);
    expect(await activeRow(page)).toBe(102);
    await page.keyboard.press("ArrowDown");
    expect(await activeRow(page)).toBe(103);
  });

  test("Enter, Space and a click open a row", async () => {
    const page = await openGrid();
    await page.getByRole("grid").focus();
    await page.keyboard.press("End");
    await rowOf(page, MILLION).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("open 1000000").waitFor();
    expect(await rowOf(page, MILLION).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("k");
    await page.keyboard.press("Space");
    await page.getByText("open 999999").waitFor();
    await rowOf(page, MILLION - 5).click();
    await page.getByText("open 999995").waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await activeRow(page)).toBe(MILLION - 4);
  });

  test("scrolling draws only the rows that come", async () => {
    const page = await openGrid();
    await goToRow(page, 5000);
    await page.evaluate(() => {
      const seen = { added: 0, changed: 0 };
      Object.assign(window, { seen });
      new MutationObserver((records) => {
        for (const { type, addedNodes } of records) {
          if (type === "childList") seen.added += addedNodes.length;
          else seen.changed += 1;
        }
      }).observe(document.querySelector(".grid-block")!, {
        ...{ childList: true, subtree: true, characterData: true },
      });
    });
    await measureMove(page, () => wheel(page, ...Array(20).fill(80)));
    const { added, changed } = await page.evaluate(
      () => (window as unknown as { seen: { added: number; changed: number } }).seen,
    );
    // 1,600 pixels are forty rows; the window moves in steps of eight.
    expect(added).toBeGreaterThanOrEqual(40);
    expect(added).toBeLessThanOrEqual(56);
    expect(changed).toBe(0);
    expect((await readView(page)).drawn).toBeLessThan(60);
  });

  test("a page that is opened again is where it was left", async () => {
    const page = await openGrid();
    await goToRow(page, 654_321);
    await measureMove(page, () => wheel(page, 333));
    const left = await readView(page);
    await expect.poll(() => keptRow(page)).toBe(left.first);
    server.asked.length = 0;
    await page.reload();
    await rowOf(page, left.first).waitFor();
    expect(await readView(page)).toEqual(left);
    expect(server.asked.filter((offset) => offset < 650_000)).toEqual([]);
  });

  test("another list takes the place of the one before at once, from its start", async () => {
    const page = await openGrid();
    await goToRow(page, 500_000);
    await expect.poll(() => keptRow(page)).toBeGreaterThan(499_000);
    await page.getByRole("button", { name: "Twelve rows" }).click();
    await expect.poll(() => page.getByRole("grid").getAttribute("aria-rowcount")).toBe("13");
    await expect.poll(() => readView(page)).toMatchObject({ first: 1, last: 12, drawn: 12 });
    expect(await activeRow(page)).toBeNull();
    server.asked.length = 0;
    await page.getByRole("button", { name: "A million rows" }).click();
    await rowOf(page, 500_000).waitFor();
    expect(server.asked.filter((offset) => offset < 490_000)).toEqual([]);
  });

  test("a list whose rows are long in coming begins where it was left", async () => {
    const page = await openGrid();
    await goToRow(page, 500_000);
    await expect.poll(() => keptRow(page)).toBeGreaterThan(499_000);
    await page.getByRole("button", { name: "Twelve rows" }).click();
    await page.locator("[role=grid][aria-rowcount='13']").waitFor();
    server.behaviour.delayMs = 600;
    await page.getByRole("button", { name: "A million rows" }).click();
    await rowOf(page, 500_000).waitFor();
  });

  test("no rows: says so", async () => {
    const page = await openGrid(0);
    await page.getByText("No rows.").waitFor();
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("1");
  });

  test("rows that cannot be fetched are told of, and fetched when asked again", async () => {
    const page = await openGrid();
    opened.at(-1)!.allow(/answered 503/);
    server.behaviour.failing = true;
    await page.getByRole("textbox", { name: "Row" }).fill("400000");
    await page.getByRole("textbox", { name: "Row" }).press("Enter");
    await page.getByRole("alert").getByText("These rows could not be loaded.").waitFor();
    server.behaviour.failing = false;
    await page.getByRole("button", { name: "Retry" }).click();
    await rowOf(page, 400_000).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("a narrow window has fewer columns and taller rows, at the same place", async () => {
    const page = await openGrid();
    await goToRow(page, 70_000);
    const { first } = await readView(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect
      .poll(() => page.getByRole("columnheader").allInnerTexts())
      .toEqual(["Type", "User", "Change"]);
    expect((await readView(page)).first).toBe(first);
    const row = rowOf(page, first + 2);
    expect(await row.evaluate((it) => it.getBoundingClientRect().height)).toBe(56);
    const numbers = await row
      .getByRole("gridcell")
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-colindex")));
    expect(numbers).toEqual(["1", "2", "4"]);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBe(0);
  });

  test.each([0.5, 1.1, 2, 5])("works at %f device pixels a pixel", async (deviceScaleFactor) => {
    const page = await openGrid(MILLION, { deviceScaleFactor });
    await page.getByRole("grid").focus();
    await page.keyboard.press("End");
    await rowOf(page, MILLION).waitFor();
    const { last, end, inOrder } = await readView(page);
    expect({ last, inOrder }).toEqual({ last: MILLION, inOrder: true });
    expect(Math.abs(end)).toBeLessThan(1);
    await goToRow(page, 760_000);
    expect(await measureMove(page, () => wheel(page, 200))).toBeCloseTo(200, 0);
  });

  test("has no accessibility fault: at its start, in its middle, with an open row, without rows", async () => {
    const page = await openGrid();
    await expectAccessible(page);
    await goToRow(page, 500_000);
    await rowOf(page, 500_000).click();
    await expectAccessible(page);
    await expectAccessible(await openGrid(0));
    await page.setViewportSize({ width: 360, height: 700 });
    await expectAccessible(page);
  });
});
