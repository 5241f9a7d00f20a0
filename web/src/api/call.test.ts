import { afterEach, describe, expect, test, vi } from "vitest";
import { ApiProblem, ServerUnreachable } from "./api-problem.ts";
import { addressOf, call } from "./call.ts";

const fetched = vi.fn<typeof fetch>();
vi.stubGlobal("fetch", fetched);
afterEach(() => fetched.mockReset());

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  fetched.mockResolvedValueOnce(
    new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: { "content-type": "application/problem+json; charset=utf-8", ...headers },
    }),
  );

describe("an address", () => {
  test("has its path filled and escaped, and only the parameters that are set", () => {
    const path = { id: "a/b?c" };
    expect(addressOf("GET /api/v1/syncs/{id}", { path })).toBe("/api/v1/syncs/a%2Fb%3Fc");
    const query = {
      status: ["failed", "pending"],
      actor: ["Okafor, Zoé"],
      q: "",
      cursor: undefined,
    };
    expect(addressOf("GET /api/v1/syncs", { query })).toBe(
      "/api/v1/syncs?status=failed&status=pending&actor=Okafor%2C+Zo%C3%A9",
    );
    expect(addressOf("GET /api/v1/syncs", { query: { dryRun: false, limit: 1 } })).toBe(
      "/api/v1/syncs?dryRun=false&limit=1",
    );
  });
});

describe("a call", () => {
  test("sends what it is given and answers what comes back", async () => {
    answer(200, { ok: true });
    const body = { comment: "fine" };
    const got = await call("POST /api/v1/syncs/{id}/approve", { path: { id: "7" }, body });
    expect(got).toEqual({ ok: true });
    const [address, init] = fetched.mock.calls[0]!;
    expect(address).toBe("/api/v1/syncs/7/approve");
    expect(init).toMatchObject({ method: "POST", body: '{"comment":"fine"}' });
    expect(init!.headers).toMatchObject({ "content-type": "application/json" });
  });

  test("answers null where there is nothing to say", async () => {
    answer(204, null);
    expect(await call("POST /api/auth/sign-out")).toBeNull();
    // No body, so no type of one: the server would look for it.
    expect(fetched.mock.calls[0]![1]!.headers).not.toHaveProperty("content-type");
  });

  test("that is refused throws the problem with all it says", async () => {
    answer(
      422,
      {
        code: "invalid_request",
        detail: "The email is taken.",
        requestId: "r-1",
        errors: [{ pointer: "/email", message: "is taken", fault: "taken" }],
        subjects: { holder: { id: "usr_1", name: "Zoé" } },
      },
      { "retry-after": "90" },
    );
    const error = await call("GET /api/v1/me").catch((it: unknown) => it);
    expect(error).toBeInstanceOf(ApiProblem);
    const problem = error as ApiProblem;
    expect(problem).toMatchObject({ status: 422, code: "invalid_request", requestId: "r-1" });
    expect(problem.retryAfterSeconds).toBe(90);
    expect(problem.placeOf("email")).toMatchObject({ fault: "taken" });
    expect(problem.placeOf("name")).toBeNull();
    expect(problem.subjects.holder?.name).toBe("Zoé");
  });

  test("that gets no answer, or one of a proxy, finds the server away", async () => {
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(call("GET /api/v1/me")).rejects.toBeInstanceOf(ServerUnreachable);
    answer(502, "<h1>Bad gateway</h1>", { "content-type": "text/html" });
    await expect(call("GET /api/v1/me")).rejects.toBeInstanceOf(ServerUnreachable);
    answer(503, { code: "database_unavailable" });
    await expect(call("GET /api/v1/me")).rejects.toBeInstanceOf(ApiProblem);
  });

  test("that was called off is neither", async () => {
    fetched.mockRejectedValueOnce(new DOMException("Stopped.", "AbortError"));
    await expect(call("GET /api/v1/me")).rejects.toMatchObject({ name: "AbortError" });
  });
});
