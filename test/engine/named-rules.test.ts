/** Runs the model's tests, one for each rule, against the engine too: it must do what the model did in each of them. */

import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { Database } from "../../src/db/database.ts";
import { describeDirectory } from "../model/describe-directory.ts";
import { copyDirectory, type ModelDirectory } from "../model/directory.ts";
import type { ModelInput, ModelPlan } from "../model/reference-model.ts";
import { openTestDatabase } from "../support/test-database.ts";
import { describeEntry, describeLimit, makeWorld, runSync } from "./model-world.ts";

interface PlannedCase {
  directory: ModelDirectory;
  input: ModelInput;
  mode: SyncMode;
  plan: ModelPlan;
}

const cases = vi.hoisted((): PlannedCase[] => []);

vi.mock(import("../model/reference-model.ts"), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    planSync(directory, input, options) {
      const given = { directory: copyDirectory(directory), input: structuredClone(input) };
      const plan = original.planSync(directory, input, options);
      cases.push({ ...given, mode: options.mode, plan });
      return plan;
    },
  };
});

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

afterEach(async () => {
  for (const { directory, input, mode, plan } of cases.splice(0)) {
    const world = await makeWorld(database, directory);
    const actual = await runSync(database, world, directory, input, mode);
    expect([...actual.entries].sort()).toEqual(plan.entries.map(describeEntry).sort());
    expect(actual.held).toEqual(plan.held.map(({ limit }) => describeLimit(limit)).sort());
    expect(actual.directory).toEqual(describeDirectory(plan.directoryAfter));
  }
});

await import("../model/users.test.ts");
await import("../model/user-rows.test.ts");
await import("../model/direct-managers.test.ts");
await import("../model/teams.test.ts");
await import("../model/thresholds.test.ts");
await import("../model/value-locks.test.ts");
