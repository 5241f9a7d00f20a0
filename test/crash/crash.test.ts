import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { createRandom } from "../../src/demo/random.ts";
import { type BuiltCli, buildCli } from "../support/run-cli.ts";
import { copyTestDatabase, type TestDatabasePlace } from "../support/test-database.ts";
import { describeDirectory, describeSync, readReport } from "./describe-server.ts";
import {
  findWhereItStood,
  killWhileReading,
  letClaimsRunOut,
  waitUntilApplying,
} from "./kill-server.ts";
import { makePushes, type WirePush } from "./pushes.ts";
import { ServerProcess } from "./server-process.ts";

/** Raise for a longer run: `MUSTER_TEST_KILLS=200`. A third each falls on reading, planning and applying. */
const KILLS = Number(process.env.MUSTER_TEST_KILLS ?? 9);
const SEED = Number(process.env.MUSTER_TEST_SEED ?? 8420);
/** Enough that each phase takes a while. */
const PEOPLE = { embedded: 800, postgres: 2500 };

describe("a server that is killed", () => {
  let cli: BuiltCli;
  const places: TestDatabasePlace[] = [];
  const servers = new Set<ServerProcess>();
  beforeAll(async () => {
    cli = buildCli();
    places.push(await copyTestDatabase(), await copyTestDatabase());
  });
  afterAll(async () => {
    for (const server of servers) await server.kill();
    for (const place of places) await place.remove();
    cli?.remove();
  });

  it("goes on where it stood: its directory and reports equal those of an undisturbed twin", {
    timeout: 3_600_000,
  }, async () => {
    const [place, twinPlace] = places as [TestDatabasePlace, TestDatabasePlace];
    const start = async (options: TestDatabasePlace["options"]) => {
      const server = await ServerProcess.start(cli, options);
      servers.add(server);
      return server;
    };
    const [twin, first] = await Promise.all([start(twinPlace.options), start(place.options)]);
    await Promise.all([setUp(twin), setUp(first)]);
    let server = first;
    const restart = async () => {
      servers.delete(server);
      await letClaimsRunOut(place.options);
      server = await start(place.options);
    };

    const random = createRandom(SEED);
    const wanted = KILLS / 3;
    const kills = { reading: 0, planning: 0, applying: 0, neither: 0 };
    /** How far into its phase a kill may come, as a share of the whole run; less after each that came too late. */
    const reach = { planning: 0.4, applying: 0.1 };
    const pushes = makePushes(SEED, PEOPLE[inject("testEngine").kind]);
    for (let round = 1; Math.min(kills.reading, kills.planning, kills.applying) < wanted; round++) {
      if (round > wanted * 3) throw new Error(`Too few kills hit: ${JSON.stringify(kills)}`);
      const push = pushes.next().value as WirePush;
      const key = `push ${round}`;
      const undisturbed = send(twin, push, key).then((id) => twin.settle(id));

      const share = random.chance(0.3) ? 1 : random.below(100) / 100;
      await killWhileReading(server, push, key, { share, afterMs: random.below(60) });
      kills.reading += 1;
      await restart();
      const expected = await undisturbed;
      expect(["completed", "approved"]).toContain(expected.status);
      const lasted = Date.parse(expected.finishedAt!) - Date.parse(expected.startedAt!);

      const id = await send(server, push, key);
      for (const phase of ["planning", "applying"] as const) {
        if (phase === "applying" && !(await waitUntilApplying(server, id))) break;
        await sleep(random.below(lasted * reach[phase]));
        await server.kill();
        const hit = await findWhereItStood(place.options, round);
        kills[hit] += 1;
        reach[phase] *= hit === phase ? 1.1 : 0.7;
        await restart();
      }

      const sync = await server.settle(id);
      expect(await server.list<Sync>("/syncs")).toHaveLength(round);
      expect(describeSync(sync)).toEqual(describeSync(expected));
      const [report, twinReport] = [readReport(server, id), readReport(twin, expected.id)];
      expect(await report).toEqual(await twinReport);
      const [directory, twinDirectory] = [describeDirectory(server), describeDirectory(twin)];
      expect(await directory).toEqual(await twinDirectory);
    }
    console.log(`Killed: ${JSON.stringify(kills)}`);
  });
});

/** What the pushes meet: products, invitations, and people who were there before. */
async function setUp(server: ServerProcess): Promise<void> {
  await server.call("PATCH", "/workspace", {
    products: ["Pulse", "Surveys"],
    defaultProduct: "Pulse",
  });
  await server.call("PATCH", "/provisioning/settings", { automaticInvite: true });
  for (const name of ["e1", "e4", "e7"]) {
    await server.call("POST", "/users", {
      email: `${name}@x.test`,
      firstName: "Ann",
      role: "employee",
    });
  }
}

/** Pushes as a client does that tries again under the same key; answers the sync's id. */
async function send(server: ServerProcess, push: WirePush, key: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const answer = await server.send("POST", push.path, {
      body: push.body,
      headers: { ...push.headers, "idempotency-key": key },
    });
    const text = await answer.text();
    if (answer.status === 202) return (JSON.parse(text) as { sync: Sync }).sync.id;
    // The upload that the kill broke off, until it counts as abandoned.
    if (answer.status !== 409 || tries > 50) throw new Error(`${answer.status}: ${text}`);
    await sleep(100);
  }
}
