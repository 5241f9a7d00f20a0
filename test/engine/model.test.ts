import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { describeDirectory } from "../model/describe-directory.ts";
import { type Evolution, evolutions } from "../model/generate.ts";
import { changeByHand } from "../model/manual-changes.ts";
import { planSync } from "../model/reference-model.ts";
import { openTestDatabase } from "../support/test-database.ts";
import { describeEntry, describeLimit, makeWorld, runSync } from "./model-world.ts";

/** Raise for a longer run: `MUSTER_TEST_EVOLUTIONS=5000`. */
const EVOLUTIONS = Number(process.env.MUSTER_TEST_EVOLUTIONS ?? 25);
const SEED = Number(process.env.MUSTER_TEST_SEED ?? 8420);

describe("the engine against the reference model", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it(`plans and applies ${EVOLUTIONS} random evolutions as the model predicts`, {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(evolutions(), (evolution) => compare(database, evolution)),
      { numRuns: EVOLUTIONS, seed: SEED, endOnFailure: process.env.MUSTER_TEST_SHRINK !== "1" },
    );
  });
});

async function compare(database: Database, evolution: Evolution): Promise<void> {
  let directory = evolution.start;
  for (const { changes, input, mode } of evolution.steps) {
    for (const change of changes) directory = changeByHand(directory, change).directory;
    const predicted = planSync(directory, input, { mode });
    const world = await makeWorld(database, directory);
    const actual = await runSync(database, world, directory, input, mode);
    expect([...actual.entries].sort()).toEqual(predicted.entries.map(describeEntry).sort());
    expect(actual.held).toEqual(predicted.held.map(({ limit }) => describeLimit(limit)).sort());
    expect(actual.directory).toEqual(describeDirectory(predicted.directoryAfter));
    directory = predicted.directoryAfter;
  }
}
