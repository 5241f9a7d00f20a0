import type { Sync } from "../../src/contract/sync.ts";
import { claimRun } from "../../src/db/queries/run-syncs.ts";
import { applySync } from "../../src/engine/apply/apply-sync.ts";
import { planSync } from "../../src/engine/plan/plan-sync.ts";
import { type RunSteps, runSync } from "../../src/engine/run-sync.ts";
import { startWorker, type WorkerOptions } from "../../src/engine/worker.ts";
import type { TestApp } from "./test-app.ts";

/** A multipart body as a browser or curl would send it. */
export function formOf(
  parts: readonly { name: string; text: string; fileName?: string | null }[],
): { body: Buffer; headers: Record<string, string> } {
  const boundary = "muster-test-boundary";
  const lines = parts.map(({ name, text, fileName = `${name}.csv` }) => {
    const file = fileName === null ? "" : `; filename="${fileName}"\r\nContent-Type: text/csv`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  });
  return {
    body: Buffer.from(`${lines.join("")}--${boundary}--\r\n`),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

/** Pushes JSON and answers the sync; throws unless it was accepted. */
export async function pushJson(
  test: TestApp,
  body: object,
  query = "",
  headers: Record<string, string> = {},
): Promise<Sync> {
  const answer = await test.call("POST", `/api/v1/provisioning/json${query}`, { body, headers });
  if (answer.statusCode !== 202) throw new Error(`${answer.statusCode}: ${answer.body}`);
  return answer.json<{ sync: Sync }>().sync;
}

export async function readSync(test: TestApp, id: string): Promise<Sync> {
  return (await test.call("GET", `/api/v1/syncs/${id}`)).json<{ sync: Sync }>().sync;
}

export const REAL_STEPS: RunSteps = { plan: planSync, apply: applySync };

/** The same, planning whatever comes in two transactions beside each other, where the engine has two. */
export const STEPS_BESIDE: RunSteps = {
  ...REAL_STEPS,
  plan: (database, lease) => planSync(database, lease, { besideFrom: 0 }),
};

/** A worker for tests: quick to look, and with the real planning and applying unless others are given. */
export function startTestWorker(
  test: Pick<TestApp, "database">,
  options: Partial<WorkerOptions> = {},
): { stop(): Promise<void> } {
  return startWorker(test.database, { steps: REAL_STEPS, pollMs: 20, beatMs: 50, ...options });
}

/** Works on all runs that are queued, here and now; what breaks one is thrown, with its stack. */
export async function runQueued(
  { database }: Pick<TestApp, "database">,
  steps: RunSteps = REAL_STEPS,
): Promise<void> {
  for (;;) {
    const run = await claimRun(database, "test", 60);
    if (run === null) return;
    const lease = { workspaceId: run.workspace_id, syncId: run.id, owner: "test" };
    await runSync(database, lease, steps);
  }
}

/** Waits until the sync is at one of these phases. */
export async function until(test: TestApp, id: string, ...phases: Sync["phase"][]): Promise<Sync> {
  for (let tries = 0; tries < 1000; tries++) {
    const sync = await readSync(test, id);
    if (phases.includes(sync.phase)) return sync;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`sync ${id} never came to ${phases.join(" or ")}`);
}

/** What pushes have left in the database, over all workspaces. */
export async function countStored(test: TestApp): Promise<unknown> {
  const { rows } = await test.database.query(
    `select (select count(*) from syncs) as syncs, (select count(*) from inputs) as inputs,
            (select count(*) from input_chunks) as chunks, (select count(*) from idempotency_keys where sync_id is null) as keys`,
  );
  return rows[0];
}

/** The stored chunks of a sync's input. */
export async function readStoredInput(
  test: TestApp,
  sync: Sync,
): Promise<Record<string, unknown>[]> {
  const { rows } = await test.database.query(
    `select c.* from input_chunks c join syncs s on s.workspace_id = c.workspace_id and s.input_id = c.input_id
      where s.workspace_id = $1 and s.number = $2 order by c.section, c.chunk`,
    [test.workspace.id, sync.number],
  );
  return rows;
}
