import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.close());

describe("health", () => {
  test("healthz and readyz answer without a credential", async () => {
    for (const url of ["/healthz", "/readyz"]) {
      const answer = await world.call("GET", url, { key: null });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ status: "ok" });
    }
  });
});

describe("problems", () => {
  test("an unknown address is 404 problem+json", async () => {
    const answer = await world.call("GET", "/api/v1/nothing");
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json()).toEqual({
      type: "urn:muster:problem:not_found",
      title: "Not Found",
      status: 404,
      detail: "There is nothing at this address.",
      code: "not_found",
      requestId: answer.headers["x-request-id"],
    });
  });

  test("a wrong method is 405 and says which are right", async () => {
    const answer = await world.call("DELETE", "/healthz");
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD");
  });

  test("an unknown query parameter is refused by name", async () => {
    const answer = await world.call("GET", "/healthz?verbose=1");
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: "invalid_request",
      errors: [{ pointer: "/verbose", message: "is not known here" }],
    });
  });

  test("a broken percent escape is 400", async () => {
    const answer = await world.call("GET", "/api/v1/%zz");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe("malformed_url");
  });
});
