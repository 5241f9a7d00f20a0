import { setTimeout as sleep } from "node:timers/promises";
import type { Sync } from "../contract/sync.ts";
import type { Client } from "./client.ts";
import { isSettled } from "./exit-codes.ts";
import { Failure } from "./failure.ts";
import { readServerEvents } from "./server-events.ts";

const RETRY_MS = 1000;
/** A server that restarts takes the sync up again; one that stays away is given up. */
const MOST_FAILURES = 60;

/**
 * Follows a sync until it goes no further by itself; answers its last state. A connection that breaks is opened again.
 */
export async function followSync(
  client: Client,
  started: Sync,
  show: (sync: Sync) => void,
): Promise<Sync> {
  show(started);
  let sync = started;
  let failures = 0;
  while (!isSettled(sync)) {
    try {
      for await (const next of readChanges(client, sync.id)) {
        sync = next;
        show(sync);
        failures = 0;
        if (isSettled(sync)) return sync;
      }
      sync = (await client.get<{ sync: Sync }>(`/api/v1/syncs/${sync.id}`)).sync;
      show(sync);
    } catch (error) {
      // A refusal stays one; only a connection that fails is worth another try.
      if (error instanceof Failure && error.problem !== null && error.problem.status < 500)
        throw error;
      failures += 1;
      if (failures >= MOST_FAILURES) throw error;
    }
    if (!isSettled(sync)) await sleep(RETRY_MS);
  }
  return sync;
}

async function* readChanges(client: Client, id: string): AsyncGenerator<Sync> {
  const stream = await client.open("GET", `/api/v1/syncs/${id}/events`);
  try {
    for await (const { event, data } of readServerEvents(stream)) {
      if (event === "end") return;
      if (event === "phase" || event === "progress") yield JSON.parse(data) as Sync;
    }
  } finally {
    stream.destroy();
  }
}
