/**
 * How smoothly a report of a million entries scrolls, and what its page holds in memory: the real page on the real
 * server, in the Chromium of this machine.
 *
 *   npm run bench:scroll
 *
 * Times are CPU time of the page's main thread a frame, so that other work on the machine counts little.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { launchChromium } from "../test/e2e/support/find-chromium.ts";
import { Pages } from "../test/e2e/support/pages.ts";
import { startTestServer } from "../test/e2e/support/test-server.ts";
import { measureMemory, measureScroll, type ScrollFigures } from "./measure-scroll.ts";

const TURN_MS = 10;
/** A key that is held down repeats about so often. */
const KEY_MS = 30;

async function turnWheel(page: Page, by: number, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(TURN_MS);
  }
}

/** Takes the thumb of the scroll bar and drags it to a share of its way. */
async function dragThumb(page: Page, to: number): Promise<void> {
  const scroller = page.getByRole("grid");
  const box = (await scroller.boundingBox())!;
  const share = await scroller.evaluate(
    ({ scrollTop, scrollHeight, clientHeight }) => scrollTop / (scrollHeight - clientHeight),
  );
  // Chromium's scroll bars have a button at each end, and a shortest thumb.
  const placeOf = (part: number) => box.y + 15 + 8 + part * (box.height - 30 - 17);
  const x = box.x + box.width - 7;
  await page.mouse.move(x, placeOf(share));
  await page.mouse.down();
  for (let step = 1; step <= 150; step++) {
    await page.mouse.move(x, placeOf(share + ((to - share) * step) / 150));
    await page.waitForTimeout(TURN_MS);
  }
  await page.mouse.up();
}

async function pressKey(page: Page, key: string, times: number): Promise<void> {
  await page.getByRole("grid").focus();
  for (let press = 0; press < times; press++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(KEY_MS);
  }
}

const server = await startTestServer({ data: "million" });
const browser = await launchChromium({ scrollbars: true });
try {
  const pages = new Pages(browser, server);
  const [sync] = (await server.client.call<{ items: { id: string }[] }>("GET", "/syncs")).items;
  const page = await pages.open(`/syncs/${sync!.id}`);
  await page.locator("[role=row][aria-rowindex='2']:not([aria-busy])").waitFor();
  const first = await measureMemory(page);
  await page.getByRole("grid").hover();
  await turnWheel(page, 600, 100);
  const figures: (ScrollFigures & { what: string })[] = [];
  const measure = async (what: string, act: () => Promise<void>) => {
    figures.push({ what, ...(await measureScroll(page, act)) });
  };
  await measure("wheel, 12,000 pixels a second", () => turnWheel(page, 120, 200));
  await measure("wheel up", () => turnWheel(page, -120, 200));
  await measure("wheel, 60,000 pixels a second", () => turnWheel(page, 600, 200));
  await measure("thumb to the end", () => dragThumb(page, 1));
  await measure("thumb to the middle", () => dragThumb(page, 0.5));
  await measure("arrow keys", () => pressKey(page, "ArrowDown", 150));
  const last = await measureMemory(page);
  const faults = pages.listFaults();
  console.table(figures);
  console.table({ "when opened": first, "after scrolling": last });
  for (const fault of faults) console.error(fault);
  mkdirSync("bench/results", { recursive: true });
  const results = { figures, memory: { first, last } };
  writeFileSync("bench/results/scroll.json", `${JSON.stringify(results, null, 2)}\n`);
  await pages.close();
} finally {
  await browser.close();
  await server.stop();
}
