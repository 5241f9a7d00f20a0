import type { Browser } from "playwright-core";
import { afterAll, test as base, beforeAll } from "vitest";
import { findChromium, launchChromium, NO_CHROMIUM } from "./find-chromium.ts";
import { type OpenedPage, type OpenOptions, Pages } from "./pages.ts";
import { type ServerOptions, startTestServer, type TestServer } from "./test-server.ts";

export interface PagesOptions extends ServerOptions {
  /** Shows scroll bars, which are hidden so that pages have the whole width. */
  scrollbars?: boolean;
}

interface PageFixtures {
  server: TestServer;
  /** Opens an address; the test fails at its end when anything went wrong on the page meanwhile. */
  open(path: string, options?: OpenOptions): Promise<OpenedPage>;
}

/** Making the data of the demo takes half a minute on a quiet machine; one file of a run makes it. */
const START_WITHIN_MS = 300_000;
const PICTURES_OF_FAILURES = "screenshots/failed";

/**
 * Prepares a test file for pages: one server and one browser for all its tests. Answers `test` with what they need.
 * Without a Chromium the tests are skipped, and `test/e2e/chromium.test.ts` says why; on CI they fail.
 */
export function setUpPages({ scrollbars = false, ...serverOptions }: PagesOptions = {}) {
  let server: TestServer | undefined;
  let browser: Browser | undefined;
  const sessions: ConstructorParameters<typeof Pages>[2] = new Map();

  beforeAll(async () => {
    if (findChromium() === null && process.env.CI !== "true") return;
    browser = await launchChromium({ scrollbars });
    server = await startTestServer(serverOptions);
  }, START_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  return base.extend<PageFixtures>({
    server: async ({ skip }, use) => {
      if (server === undefined) return skip(NO_CHROMIUM);
      await use(server);
    },
    open: async ({ server, skip, task }, use) => {
      if (browser === undefined) return skip(NO_CHROMIUM);
      const pages = new Pages(browser, server, sessions);
      try {
        await use((path, options) => pages.open(path, options));
        const faults = pages.listFaults();
        const failed = faults.length > 0 || task.result?.state === "fail";
        if (failed) await pages.takePictures(PICTURES_OF_FAILURES, task.name);
        if (faults.length > 0) throw new Error(`On the pages of this test:\n${faults.join("\n")}`);
      } finally {
        await pages.close();
      }
    },
  });
}
