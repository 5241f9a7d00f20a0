import type { CDPSession, Page } from "playwright-core";

export interface ScrollFigures {
  frames: number;
  /** CPU time of the page's main thread a frame, in milliseconds. */
  mean: number;
  p95: number;
  most: number;
  /** Frames that took longer than 8 ms. */
  over8: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** CPU time of the thread, in microseconds. */
  tdur?: number;
  args?: { name?: string };
}

/** Measures how long the page's main thread works for each frame while `act` runs. */
export async function measureScroll(page: Page, act: () => Promise<void>): Promise<ScrollFigures> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "devtools.timeline", "blink.user_timing"],
    },
  });
  await page.evaluate(() => performance.mark("begin"));
  await act();
  await page.evaluate(() => performance.mark("end"));
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  await session.detach();
  return summarise(readFrames(events));
}

/** CPU milliseconds of each frame between the two marks. */
function readFrames(events: readonly TraceEvent[]): number[] {
  const begin = events.find(({ name }) => name === "begin");
  const end = events.find(({ name }) => name === "end");
  if (begin === undefined || end === undefined) throw new Error("The trace has no marks.");
  const own = events
    .filter(({ pid, ts }) => pid === begin.pid && ts >= begin.ts && ts <= end.ts)
    .sort((a, b) => a.ts - b.ts);
  const main = begin.tid;
  const starts = own
    .filter(({ name, ph }) => name === "AnimationFrame" && ph === "b")
    .map(({ ts }) => ts);
  const tasks = own.filter(
    ({ name, tid, ph }) => tid === main && ph === "X" && name.endsWith("RunTask"),
  );
  return starts.slice(1).map((next, at) => {
    const from = starts[at]!;
    const within = tasks.filter(({ ts }) => ts >= from && ts < next);
    return within.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}

function summarise(frames: number[]): ScrollFigures {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    frames: frames.length,
    mean: round(frames.reduce((sum, it) => sum + it, 0) / Math.max(1, frames.length)),
    p95: round(at(0.95)),
    most: round(at(1)),
    over8: frames.filter((it) => it > 8).length,
  };
}

/** What the page holds: its script's memory after a collection, and its process's, both in MB. */
export async function measureMemory(page: Page): Promise<{ script: number; process: number }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return { script: toMegabytes(usedSize), process: await readProcess(page) };
}

async function readProcess(page: Page): Promise<number> {
  const { readFileSync } = await import("node:fs");
  const browser = page.context().browser();
  if (browser === null) return 0;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  // Private memory; what all of Chromium's processes share is no cost of the page.
  const sizes = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => {
      const rollup = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
      return [...rollup.matchAll(/^Private_\w+:\s+(\d+)/gm)].reduce(
        (sum, [, kb]) => sum + Number(kb),
        0,
      );
    });
  return toMegabytes(Math.max(...sizes) * 1024);
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 102.4) / 10;
}
