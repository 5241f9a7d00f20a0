import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { INPUT_ERROR_STATUS } from "../../src/core/input/input-error.ts";
import { type BadPush, badPushes } from "../support/bad-pushes.ts";
import { countStored, pushJson, readSync, runQueued } from "../support/pushing.ts";
import { startTestApp, type TestApp, testConfig } from "../support/test-app.ts";
import { within } from "../support/within.ts";

/** Raise for a longer run: `MUSTER_TEST_TRIES=20000`. */
const TRIES = Number(process.env.MUSTER_TEST_TRIES ?? 300);
const SEED = Number(process.env.MUSTER_TEST_SEED ?? 8420);
/** What longer runs have found: a part that the form's parser leaves out, larger than its buffers. */
const FOUND: BadPush[] = [
  {
    url: "/api/v1/provisioning/csv",
    headers: { "content-type": "multipart/form-data; boundary=b" },
    body: Buffer.from(
      `--b\r\nContent-Disposition: form-data; name="members"; filename="a\nb"\r\n\r\n${"x".repeat(40_000)}\r\n--b--\r\n`,
    ),
  },
];
const ANSWER_WITHIN_MS = 30_000;

interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: { file?: string; line?: number; column?: string | number; message: string }[];
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ config: testConfig({ maxUploadBytes: 400_000 }) });
});
afterAll(() => test.close());

describe("a push with anything wrong with it", () => {
  const outcomes = new Map<string, number>();

  it(`is refused with its place, or ends with issues (${TRIES} tries)`, {
    timeout: 7_200_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(badPushes(), fc.boolean(), async (push, approves) => {
        const outcome = await within(ANSWER_WITHIN_MS, pushAndRun(push, approves));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
      { numRuns: TRIES, seed: SEED, examples: FOUND.map((push) => [push, false]) },
    );
    // Of what is refused nothing is left (domain rules, section 3).
    const stored = (await countStored(test)) as Record<string, string | number>;
    expect(Number(stored.inputs)).toBe(Number(stored.syncs));
    expect(Number(stored.keys)).toBe(0);
    // The tries are worth something only when many get past each gate.
    expect(outcomes.size).toBeGreaterThan(12);
    expect(outcomes.get("completed") ?? 0).toBeGreaterThan(TRIES / 10);
  });

  it("leaves a server that takes the next push", async () => {
    const sync = await pushJson(test, {
      members: [{ externalMemberId: "9", email: "z@example.com" }],
    });
    await runQueued(test);
    expect((await readSync(test, sync.id)).status).not.toBe("failed");
  });
});

/** Pushes; lets the run go to its end and reads its report, or checks the refusal. Answers a word for what happened. */
async function pushAndRun(push: BadPush, approves: boolean): Promise<string> {
  const answer = await test.app.inject({
    method: "POST",
    url: push.url,
    headers: { authorization: `Bearer ${test.workspace.keys.push}`, ...push.headers },
    payload: push.body,
  });
  if (answer.statusCode !== 202)
    return checkRefusal(answer.statusCode, answer.body, answer.headers);
  const { id } = answer.json<{ sync: Sync }>().sync;
  await runQueued(test);
  let sync = await readSync(test, id);
  if (sync.phase === "awaiting_approval" && approves) {
    await test.call("POST", `/api/v1/syncs/${id}/approve`, { body: {} });
    await runQueued(test);
    sync = await readSync(test, id);
  }
  expect(sync.failure).toBeNull();
  expect(["done", "awaiting_approval"]).toContain(sync.phase);
  for (const url of ["entries?limit=200&lang=fr", "causes", "facets", "report.csv"]) {
    expect((await test.call("GET", `/api/v1/syncs/${id}/${url}`)).statusCode, url).toBe(200);
  }
  expect((await test.call("GET", "/api/v1/users?limit=200")).statusCode).toBe(200);
  return sync.status;
}

/** Codes of refusals that are about a place in a file. */
const PLACED = new Set<string>(
  Object.keys(INPUT_ERROR_STATUS).filter(
    (code) =>
      !["no_section", "unknown_section", "duplicate_section", "settings_refused"].includes(code) &&
      !["input_too_large", "incomplete_input"].includes(code),
  ),
);

function checkRefusal(status: number, body: string, headers: Record<string, unknown>): string {
  expect([400, 404, 409, 413, 415, 422], body).toContain(status);
  expect(headers["content-type"]).toContain("application/problem+json");
  const problem = JSON.parse(body) as Problem;
  expect(problem.status).toBe(status);
  expect(problem.detail.length).toBeGreaterThan(10);
  if (PLACED.has(problem.code)) {
    expect(problem.errors?.[0]?.file, body).toBeDefined();
    if (problem.code.startsWith("malformed"))
      expect(problem.errors?.[0]?.line, body).toBeGreaterThan(0);
  }
  return problem.code;
}
