import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encoded, spoilt } from "../support/bad-text.ts";
import {
  countLosses,
  type Feed,
  type FeedWorld,
  keepLines,
  makeFeed,
  openFeedWorld,
} from "../support/feed-world.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

/** Raise for a longer run: `MUSTER_TEST_FEEDS=1000`. */
const FEEDS = Number(process.env.MUSTER_TEST_FEEDS ?? 50);
const SEED = Number(process.env.MUSTER_TEST_SEED ?? 8420);

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const read = async (world: FeedWorld) => ({
  users: await world.users(),
  teams: await world.teams(),
});

/** Pushes into a workspace of its own: the run waits, names these limits, and has changed nothing. */
async function expectToWait(feed: Feed, limits: string[]): Promise<void> {
  const world = await openFeedWorld(test);
  const before = await read(world);
  const { sync } = await world.push(feed);
  expect(sync).toMatchObject({ status: "pending", phase: "awaiting_approval" });
  expect(sync?.thresholds.map(({ limit }) => limit)).toEqual(limits);
  expect(await read(world)).toEqual(before);
}

describe("a feed that is empty", () => {
  it.each(["members", "teams", "teamsMappings"] as const)(
    "is refused where %s has nothing at all",
    async (part) => {
      const world = await openFeedWorld(test);
      const before = await read(world);
      for (const text of ["", " \n \n", "\ufeff"]) {
        expect(await world.push({ ...makeFeed(), [part]: text })).toEqual({
          ...{ status: 400, code: "empty_file", sync: null },
        });
      }
      expect(await read(world)).toEqual(before);
    },
  );

  it.each([
    ["members", ["removalsPercent.users", "empty.members"]],
    ["teams", ["removalsPercent.teams", "empty.teams"]],
    [
      "teamsMappings",
      [...["removalsPercent.teamMembers", "removalsPercent.teamManagers"], "empty.teamMappings"],
    ],
  ] as const)("waits where %s is a header alone", async (part, limits) => {
    await expectToWait({ [part]: keepLines(makeFeed()[part], () => false) }, [...limits]);
  });
});

describe("a feed that is cut off", () => {
  it("is refused within a quoted value, or when it has fewer rows than it says", async () => {
    const world = await openFeedWorld(test);
    const { members } = makeFeed();
    const within = members.lastIndexOf('"');
    expect(await world.push({ members: members.slice(0, within) })).toMatchObject({
      code: "malformed_csv",
    });
    const lines = keepLines(members, (line) => line < 58);
    expect(await world.push({ members: lines }, "?membersRows=60")).toMatchObject({
      ...{ status: 422, code: "incomplete_input" },
    });
  });

  it("waits when it ends between two rows and too many are missing", async () => {
    await expectToWait({ members: keepLines(makeFeed().members, (line) => line <= 53) }, [
      "removalsPercent.users",
    ]);
  });

  it("anywhere removes no more than a tenth", async () => {
    const world = await openFeedWorld(test);
    const { members } = makeFeed();
    const before = await read(world);
    // The people of the last lines, where a cut does least.
    for (let cut = members.length - 1; cut > members.length - 800; cut -= 37) {
      await world.push({ members: members.slice(0, cut) });
      expect(countLosses(before, await read(world)).users).toBeLessThanOrEqual(6);
    }
  });
});

describe("a feed with much less in it", () => {
  const half = (line: number) => line % 2 === 0;

  it("waits when half of the people are gone", async () => {
    await expectToWait({ members: keepLines(makeFeed().members, half) }, ["removalsPercent.users"]);
  });

  it("waits when half of the teams are gone", async () => {
    await expectToWait({ teams: keepLines(makeFeed().teams, half) }, ["removalsPercent.teams"]);
  });

  it("waits when half of the places are gone", async () => {
    await expectToWait({ teamsMappings: keepLines(makeFeed().teamsMappings, half) }, [
      ...["removalsPercent.teamMembers", "removalsPercent.teamManagers"],
    ]);
  });

  it("waits when a column has lost its values", async () => {
    const { members } = makeFeed();
    await expectToWait({ members: members.replaceAll(",Lyon,", ",,") }, [
      "removalsPercent.values.city",
    ]);
    const noManagers = keepLines(members, () => true).replaceAll(/,[123]$/gm, ",");
    await expectToWait({ members: noManagers }, ["removalsPercent.directManagers"]);
  });

  it("applies when no more is gone than the limits allow", async () => {
    const world = await openFeedWorld(test);
    const { sync } = await world.push({
      members: keepLines(makeFeed().members, (line) => line <= 54),
    });
    expect(sync).toMatchObject({ status: "completed", updates: { applied: 6 } });
  });
});

describe("another company's feed", () => {
  it("waits when nobody in it is known", async () => {
    await expectToWait(makeFeed("other", "X"), [
      ...["removalsPercent.users", "removalsPercent.teams"],
    ]);
  });

  it("waits when its ids are the same and its people are not", async () => {
    await expectToWait(makeFeed("other"), ["identityPercent"]);
  });

  it("waits when its people are the same and their ids are not", async () => {
    await expectToWait({ members: makeFeed("acme", "X").members }, ["emailTaken"]);
  });
});

describe("a wrong feed that waits", () => {
  it("changes nothing when it is rejected, and everything when it is approved", async () => {
    const world = await openFeedWorld(test);
    const before = await read(world);
    const other = makeFeed("other", "X");
    const first = (await world.push(other)).sync!;
    expect(await world.decide(first, "reject")).toMatchObject({ updates: { applied: 0 } });
    expect(await read(world)).toEqual(before);
    const second = (await world.push(other)).sync!;
    expect((await world.decide(second, "approve")).status).toBe("approved");
    expect(countLosses(before, await read(world))).toMatchObject({ users: 60, teams: 6 });
  });
});

describe("a feed with anything wrong with it", () => {
  it(`removes no more than the limits allow unless a person approves it (${FEEDS} feeds)`, {
    timeout: 3_600_000,
  }, async () => {
    const feed = makeFeed();
    const parts = ["members", "teams", "teamsMappings"] as const;
    const lines = fc.tuple(fc.constantFrom(...parts), fc.nat({ max: 60 }), fc.nat({ max: 60 }));
    // Whole rows gone, then whatever happens to text.
    const wrong = lines.chain(([part, from, count]) =>
      encoded(
        spoilt(fc.constant(keepLines(feed[part], (line) => line < from || line > from + count))),
      ).map((bytes) => ({ part, bytes })),
    );
    let completed = 0;
    let world = await openFeedWorld(test);
    await fc.assert(
      fc.asyncProperty(wrong, async ({ part, bytes }) => {
        const before = await read(world);
        const { status, sync } = await world.push(formWith(part, bytes));
        const losses = countLosses(before, await read(world));
        if (sync?.status !== "completed") {
          expect(status).toBeLessThan(500);
          expect(sync?.failure ?? null).toBeNull();
          expect(losses).toMatchObject({ users: 0, teams: 0, places: 0, identities: 0 });
          return;
        }
        completed += 1;
        world = await openFeedWorld(test);
        expect(losses.users).toBeLessThanOrEqual(6);
        expect(losses.teams).toBeLessThanOrEqual(2);
        expect(losses.places).toBeLessThanOrEqual(6);
        expect(losses.teamManagers).toBeLessThanOrEqual(2);
        expect(losses.directManagers).toBeLessThanOrEqual(5);
        expect(losses.identities).toBeLessThanOrEqual(3);
        for (const count of Object.values(losses.values)) expect(count).toBeLessThanOrEqual(6);
      }),
      { numRuns: FEEDS, seed: SEED },
    );
    expect(completed).toBeGreaterThan(FEEDS / 10);
  });
});

/** A form of one part, whose bytes need not be text. */
function formWith(name: string, bytes: Buffer): Buffer {
  const head = `--muster-test-boundary\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--muster-test-boundary--\r\n")]);
}
