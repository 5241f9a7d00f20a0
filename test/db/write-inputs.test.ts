import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TeamRow } from "../../src/core/input/rows.ts";
import { readInputRecord } from "../../src/db/queries/read-input-record.ts";
import { insertChunk, insertInput } from "../../src/db/queries/write-inputs.ts";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import { NAUGHTY_STRINGS } from "../support/naughty-strings.ts";

/** What text in PostgreSQL can hold at all: no NUL, no half of a pair. */
const STORABLE = NAUGHTY_STRINGS.filter(
  (text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text),
);
const PLAIN = STORABLE.filter((text) => !/[\p{Cc}]/u.test(text));
const IN_ARRAYS = [
  "NULL",
  "null",
  "{}",
  "{a,b}",
  "\\",
  "\\\\",
  'a\\"b',
  "\\n",
  "\\u0041",
  " ",
  ",",
];

describe("a stored chunk", () => {
  let world: ApplyWorld;
  beforeAll(async () => {
    world = await openApplyWorld();
    await world.reset();
  });
  afterAll(() => world.close());

  it.each([
    ["with control characters", [...STORABLE, ...IN_ARRAYS]],
    ["without control characters", [...PLAIN, ...IN_ARRAYS]],
  ])("%s gives back every value as it was read", async (_, values) => {
    const { database, place } = world;
    const input = { ...place, form: "csv", keepDays: 1 };
    const inputId = await insertInput(database, input);
    const rows: TeamRow[] = [null, ...values].map((name, at) => ({
      ...{ line: at + 2, externalId: `T-${at}`, name },
      flaws: [],
    }));
    await insertChunk(database, place.workspaceId, inputId, 0, { section: "teams", rows });
    for (const { line, name } of rows) {
      const record = await readInputRecord(database, place.workspaceId, inputId, {
        section: "teams",
        line,
      });
      expect(record?.name).toBe(name);
    }
  });
});
