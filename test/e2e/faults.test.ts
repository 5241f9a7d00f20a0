import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { findChromium, launchChromium, NO_CHROMIUM } from "./support/find-chromium.ts";
import { type Faults, watchFaults } from "./support/watch-faults.ts";

const missing = findChromium() === null && process.env.CI !== "true";

/** Pages with one fault each. */
const PAGES: Record<string, string> = {
  "/sound": '<h1>Sound</h1><script src="/sound.js"></script>',
  "/inline-style": "<p style='color: red'>Red</p>",
  "/inline-script": "<script>document.title = 'ran'</script>",
  "/console": '<script src="/console.js"></script>',
  "/uncaught": '<script src="/uncaught.js"></script>',
  "/foreign": '<img alt="" src="http://muster.invalid/logo.png">',
  "/broken-answer": '<script src="/call.js"></script>',
  "/unlabelled": "<h1>Form</h1><input>",
};
const SCRIPTS: Record<string, string> = {
  "/sound.js": "fetch('/api/missing'); console.warn('only a warning')",
  "/console.js": "console.error('said on the console')",
  "/uncaught.js": "throw new Error('thrown by the page')",
  "/call.js": "fetch('/api/broken'); fetch('/api/malformed')",
};
const ANSWERS: Record<string, number> = {
  "/api/missing": 404,
  "/api/broken": 500,
  "/api/malformed": 400,
};

let server: Server;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  if (missing) return;
  browser = await launchChromium();
  server = createServer((request, response) => {
    const path = request.url ?? "";
    const isScript = path in SCRIPTS;
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.setHeader("content-security-policy", "default-src 'self' http://muster.invalid");
    response.statusCode = ANSWERS[path] ?? 200;
    const page = `<!doctype html><html lang="en"><title>Page</title><main>${PAGES[path]}</main>`;
    response.end(isScript ? SCRIPTS[path] : page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function visit(path: string): Promise<{ page: Page; faults: Faults }> {
  const context = await browser.newContext();
  const faults = await watchFaults(context, [origin]);
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: "networkidle" });
  return { page, faults };
}

describe.skipIf(missing)(`pages are watched (${missing ? NO_CHROMIUM : "Chromium"})`, () => {
  test("a sound page has no fault, whatever the API says no to", async () => {
    const { faults } = await visit("/sound");
    expect(faults.list()).toEqual([]);
  });

  test.each([
    ["/inline-style", /style-src/],
    ["/inline-script", /script-src/],
    ["/console", /said on the console/],
    ["/uncaught", /thrown by the page/],
    ["/foreign", /another host: http:\/\/muster\.invalid/],
    ["/broken-answer", /GET .*\/api\/broken answered 500/],
    ["/broken-answer", /GET .*\/api\/malformed answered 400/],
  ])("%s: %s", async (path, expected) => {
    const { faults } = await visit(path);
    expect(faults.list()).toContainEqual(expect.stringMatching(expected));
    faults.allow(/./);
    expect(faults.list()).toEqual([]);
  });

  test("axe runs under the content security policy and finds what is wrong", async () => {
    const { page, faults } = await visit("/unlabelled");
    await expect(expectAccessible(page)).rejects.toThrow("Form elements must have labels at input");
    await expectAccessible((await visit("/sound")).page);
    expect(faults.list()).toEqual([]);
  });
});
