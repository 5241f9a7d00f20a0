import type { Sync } from "../../../src/contract/sync.ts";
import type { TestServer } from "./test-server.ts";

const STAYING = 40;
/** More than a tenth of everybody, so that their removal waits. */
const LEAVING = 10;

const HEAD = "externalMemberId,email,firstName,lastName";

function list(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `${prefix}-${at + 1}`;
    return `${id},${id}@northwind.example,Person,${id.toUpperCase()}`;
  });
}

const toFile = (rows: readonly string[]) => `${[HEAD, ...rows].join("\n")}\n`;

/** The file of everybody who stays; pushed in full, it removes everybody else. */
export const STAYING_FILE = toFile(list("stay", STAYING));

const rounds = new WeakMap<TestServer, number>();

/** Adds people whom the next full push of {@link STAYING_FILE} removes. */
export async function addLeavers(server: TestServer): Promise<void> {
  const round = (rounds.get(server) ?? 0) + 1;
  rounds.set(server, round);
  if (round === 1) await server.pushCsv({ members: STAYING_FILE });
  const sync = await server.pushCsv(
    { members: toFile(list(`leave${round}`, LEAVING)) },
    "?mode=partial",
  );
  if (sync.status !== "completed") throw new Error(`Adding people is ${sync.status}.`);
}

/**
 * A sync that deletes more people than the limit lets through, and waits; whatever waited before is superseded by it.
 * Answers it, and how many people it deletes.
 */
export async function makeWaitingSync(
  server: TestServer,
): Promise<{ sync: Sync; deleted: number }> {
  await addLeavers(server);
  const sync = await server.pushCsv({ members: STAYING_FILE });
  if (sync.phase !== "awaiting_approval") throw new Error(`The sync is ${sync.status}.`);
  return { sync, deleted: sync.updates.byType.user_deleted ?? 0 };
}

/**
 * Takes the workspace's turn to work on syncs, as a worker that is busy with another one does: every sync waits in the
 * queue until it is given back.
 */
export async function holdQueue(server: TestServer): Promise<() => Promise<void>> {
  const take = (lease: string) =>
    server.database.query(
      `update syncs set ${lease} where number = (select min(number) from syncs where phase = 'done')`,
    );
  await take("lease_owner = 'a test', lease_until = now() + interval '1 hour'");
  return async () => {
    await take("lease_owner = null, lease_until = null");
  };
}
