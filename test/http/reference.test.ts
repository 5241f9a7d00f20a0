import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/test-app.ts";

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { summary?: string; tags?: string[]; responses: object }>>;
  components: { schemas: Record<string, object> };
}

let world: TestApp;
let document: OpenApi;
beforeAll(async () => {
  world = await startTestApp();
  document = (await world.call("GET", "/api/openapi.json", { key: null })).json<OpenApi>();
});
afterAll(() => world.close());

test("the document is OpenAPI 3.1 and every call is summed up and grouped", () => {
  expect(document.openapi).toBe("3.1.0");
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (method === "head") continue;
      expect(operation, `${method} ${path}`).toMatchObject({
        summary: expect.any(String),
        tags: [expect.any(String)],
      });
    }
  }
});

test("every reference in the document leads somewhere", () => {
  const references = JSON.stringify(document).matchAll(
    /"\$ref":"#\/components\/schemas\/([^"]+)"/g,
  );
  const names = [...references].map((match) => match[1]);
  expect(names).toContain("Problem");
  for (const name of names) expect(document.components.schemas).toHaveProperty(name ?? "");
});

test("the readable reference names every call, without script and without another host", async () => {
  const answer = await world.call("GET", "/api/docs", { key: null });
  expect(answer.headers["content-type"]).toContain("text/html");
  const policy = String(answer.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain("unsafe-inline");
  expect(answer.body).not.toMatch(/<script|style="|https?:\/\//);
  for (const path of Object.keys(document.paths)) expect(answer.body).toContain(path);
  const style = await world.call("GET", "/api/docs/style.css", { key: null });
  expect(style.headers["content-type"]).toContain("text/css");
});
