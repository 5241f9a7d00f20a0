import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/test-app.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-web-"));
let world: TestApp;
beforeAll(async () => {
  mkdirSync(join(folder, "dist", "assets"), { recursive: true });
  writeFileSync(join(folder, "outside.txt"), "not for anybody");
  writeFileSync(join(folder, "dist", "index.html"), "<!doctype html><title>Pages</title>");
  writeFileSync(join(folder, "dist", "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "dist", "assets", "app-1a2b.js"), "export {}");
  world = await startTestApp({ webDir: join(folder, "dist") });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string) => world.call("GET", url, { key: null });

test("every address of the pages is the one page, whatever stands in its query", async () => {
  for (const url of ["/", "/syncs/12?status=failed&q=ada", "/setup", "/apikeys"]) {
    const answer = await get(url);
    expect(answer.statusCode, url).toBe(200);
    expect(answer.body).toContain("<title>Pages");
    expect(answer.headers["cache-control"]).toBe("no-cache");
    expect(answer.headers["content-security-policy"]).toContain("script-src 'self'");
  }
});

test("files named by their content are kept for ever, others are asked for again", async () => {
  const script = await get("/assets/app-1a2b.js");
  expect(script.headers["content-type"]).toContain("javascript");
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await get("/favicon.svg")).headers["cache-control"]).toBe("no-cache");
});

test("what is missing is 404, not a page", async () => {
  for (const url of [
    "/assets/app-old.js",
    "/missing.css",
    "/api/v1/nothing",
    "/api",
    "/public/nothing",
    "/api/v1/../nothing",
  ]) {
    const answer = await get(url);
    expect(answer.statusCode, url).toBe(404);
    expect(answer.headers["content-type"], url).toContain("application/problem+json");
  }
  expect((await world.call("POST", "/syncs", { key: null })).statusCode).toBe(404);
  expect((await world.call("DELETE", "/healthz", { key: null })).statusCode).toBe(405);
});

test("nothing outside the folder is served", async () => {
  for (const url of [
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/assets/..%2f..%2foutside.txt",
    "/..%5coutside.txt",
    "/%00.txt",
  ]) {
    expect((await get(url)).body, url).not.toContain("not for anybody");
  }
});
