import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkRoute } from "../../src/http/access.ts";
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

  test("readyz is 503 when the schema is not the one it knows", async () => {
    await world.database.query("alter table schema_migrations rename to set_aside");
    const answer = await world.call("GET", "/readyz", { key: null });
    await world.database.query("alter table set_aside rename to schema_migrations");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: "not_ready", status: 503 });
  });

  test("metrics show requests by route pattern, never by address", async () => {
    await world.call("GET", "/api/v1/syncs/syn_98765");
    await world.call("GET", "/nowhere/ada@example.com");
    const { body } = await world.call("GET", "/metrics", { key: null });
    expect(body).toContain("muster_http_request_duration_seconds_count");
    expect(body).toContain("process_cpu_seconds_total");
    expect(body).toContain("muster_syncs_total");
    expect(body).not.toMatch(/syn_98765|ada@/);
  });
});

describe("problems", () => {
  function post(payload: string | Buffer, type = "application/json") {
    const headers = {
      "content-type": type,
      authorization: `Bearer ${world.workspace.keys.readWrite}`,
    };
    return world.app.inject({ method: "POST", url: "/api/v1/api-keys", headers, payload });
  }

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
    for (const url of [
      "/healthz?verbose=1",
      "/api/v1/audit?verbose=1",
      "/api/v1/workspace?verbose=1",
    ]) {
      const answer = await world.call("GET", url);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({
        code: "invalid_request",
        errors: [{ pointer: "/verbose", message: "is not known here" }],
      });
    }
  });

  test("a query value out of bounds is refused by name", async () => {
    for (const [query, pointer] of [
      ["limit=0", "/limit"],
      ["limit=201", "/limit"],
      ["limit=x", "/limit"],
      ["cursor=x", "/cursor"],
      ["from=yesterday", "/from"],
    ]) {
      const answer = await world.call("GET", `/api/v1/audit?${query}`);
      expect(answer.statusCode, query).toBe(400);
      expect(answer.json().errors).toEqual([{ pointer, message: expect.any(String) }]);
    }
  });

  test("a broken percent escape is 400", async () => {
    const answer = await world.call("GET", "/api/v1/%zz");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe("malformed_url");
  });

  test("a body against the schema is 422, with a pointer to every fault", async () => {
    const answer = await post(JSON.stringify({ scope: "admin", "a/b": 1 }));
    expect(answer.statusCode).toBe(422);
    const problem = answer.json<{ code: string; errors: { pointer: string }[] }>();
    expect(problem.code).toBe("invalid_request");
    expect(new Set(problem.errors.map((error) => error.pointer))).toEqual(
      new Set(["/name", "/a~1b", "/scope"]),
    );
  });

  test("numbers are not taken for text in a body", async () => {
    const answer = await post(JSON.stringify({ name: 5, scope: "read" }));
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ pointer: "/name" }] });
  });

  test("no body is 422; malformed JSON 400; another type 415; too much 413", async () => {
    expect((await post("")).json()).toMatchObject({ status: 422, code: "invalid_request" });
    for (const payload of ["{", '{"name": }', '{"__proto__": {"admin": true}}', "\u0000"]) {
      expect((await post(payload)).json()).toMatchObject({ status: 400, code: "malformed_json" });
    }
    for (const type of [
      "text/plain",
      "application/xml",
      "multipart/form-data; boundary=x",
      "nonsense",
    ]) {
      expect((await post("{}", type)).json()).toMatchObject({
        status: 415,
        code: "unsupported_media_type",
      });
    }
    const huge = await post(JSON.stringify({ name: "x".repeat(300_000), scope: "read" }));
    expect(huge.json()).toMatchObject({ status: 413, code: "body_too_large" });
    const deep = await post("[".repeat(100_000));
    expect(deep.statusCode).toBe(400);
  });

  test("what breaks on the server is 500 without details", async () => {
    await world.database.query("alter table properties rename to set_aside");
    const answer = await world.call("GET", "/api/v1/properties");
    await world.database.query("alter table set_aside rename to properties");
    expect(answer.statusCode).toBe(500);
    expect(answer.json().code).toBe("internal_error");
    expect(answer.body).not.toMatch(/properties|relation|select| at /);
  });
});

test("answers are kept by no cache and pages load from nowhere else", async () => {
  const { headers } = await world.call("GET", "/api/v1/workspace");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["strict-transport-security"]).toBeUndefined();
});

test("a route that does not say who may call it stops the start", () => {
  const route = { method: "GET", url: "/x", handler: async () => null } as const;
  expect(() => checkRoute(route)).toThrow("GET /x does not declare who may call it");
  const open = {
    ...route,
    config: { access: "read" as const },
    schema: { body: { type: "object", properties: {} } },
  };
  expect(() => checkRoute(open)).toThrow("additionalProperties: false");
});
