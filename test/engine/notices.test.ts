import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withTransaction } from "../../src/db/database.ts";
import { releaseLease } from "../../src/db/queries/run-syncs.ts";
import { LeaseLostError } from "../../src/engine/lease.ts";
import { putNotices } from "../../src/engine/notices/put-notices.ts";
import { failRun, type RunSteps, runSync } from "../../src/engine/run-sync.ts";
import { act, addUser, expectCall } from "../support/directory.ts";
import {
  addPerson,
  choose,
  claim,
  claimPush,
  emptyOutbox,
  listNotices,
  type TestPerson,
} from "../support/notice-world.ts";
import { REAL_STEPS } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let ada: TestPerson;
let vera: TestPerson;
beforeAll(async () => {
  test = await startTestApp();
  ada = await addPerson(test, "Ada", "admin");
  vera = await addPerson(test, "Vera", "viewer");
});
afterAll(() => test.close());
beforeEach(() => emptyOutbox(test));

let people = 0;
const someone = () => {
  people += 1;
  return { externalMemberId: `n${people}`, email: `n${people}@example.com` };
};

const pause = (paused: boolean) =>
  expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", { body: { paused } });

/** Pushes and runs as far as it goes; answers the number. */
async function run(members: object[], query = "", steps: Partial<RunSteps> = {}): Promise<number> {
  const { number, lease } = await claimPush(test, members, query);
  await runSync(test.database, lease, { ...REAL_STEPS, ...steps });
  return number;
}

const FAILURE = { code: "internal_error", message: "Something went wrong." };

describe("a sync that waits", () => {
  beforeAll(() => pause(true));
  afterAll(() => pause(false));

  it("is told once to every admin, and to a viewer who chose it", async () => {
    const first = await run([someone()], "?mode=partial");
    expect(await listNotices(test)).toEqual([`needsApproval #${first} Ada`]);
    await choose(test, vera, { needsApproval: true });
    await choose(test, ada, { needsApproval: false });
    const second = await run([someone()], "?mode=partial");
    expect(await listNotices(test)).toEqual([
      `needsApproval #${first} Ada`,
      `needsApproval #${second} Vera`,
    ]);
    await choose(test, vera, { needsApproval: false });
    await choose(test, ada, { needsApproval: true });
  });

  it("is told once by whoever lets it wait, when it is taken up again", async () => {
    const { number, lease: lost } = await claimPush(test, [someone()], "?mode=partial");
    const broken: RunSteps = {
      ...REAL_STEPS,
      async plan(database, lease) {
        await REAL_STEPS.plan(database, lease);
        throw new LeaseLostError(lease);
      },
    };
    await expect(runSync(test.database, lost, broken)).rejects.toThrow(LeaseLostError);
    expect(await listNotices(test)).toEqual([]);
    await releaseLease(test.database, lost);
    const next = await claim(test, "the next worker");
    await runSync(test.database, next, REAL_STEPS);
    await expect(runSync(test.database, lost, REAL_STEPS)).rejects.toThrow(LeaseLostError);
    await failRun(test.database, lost, FAILURE);
    await withTransaction(test.database, (transaction) =>
      putNotices(transaction, next, "needsApproval"),
    );
    expect(await listNotices(test)).toEqual([`needsApproval #${number} Ada`]);
  });

  it("is not told of where letting it wait did not happen", async () => {
    const { lease } = await claimPush(test, [someone()], "?mode=partial");
    await expect(
      withTransaction(test.database, async (transaction) => {
        await putNotices(transaction, lease, "needsApproval");
        throw new Error("broken off");
      }),
    ).rejects.toThrow("broken off");
    expect(await listNotices(test)).toEqual([]);
    await runSync(test.database, lease, REAL_STEPS);
    expect(await listNotices(test)).toHaveLength(1);
  });

  it("is no preview", async () => {
    await run([someone()], "?dryRun=true");
    expect(await listNotices(test)).toEqual([]);
  });

  it("is told of before it is decided; deciding tells nobody", async () => {
    const number = await run([someone()], "?mode=partial");
    await expectCall(test, 200, "POST", `/api/v1/syncs/${number}/reject`);
    const newer = await run([someone()], "?mode=partial");
    await expectCall(test, 200, "POST", `/api/v1/syncs/${newer}/cancel`);
    expect(await listNotices(test)).toEqual([
      `needsApproval #${number} Ada`,
      `needsApproval #${newer} Ada`,
    ]);
  });
});

describe("a sync that fails", () => {
  it("is told once to every admin, and to a viewer who chose it", async () => {
    await choose(test, vera, { failed: true });
    const { number, lease } = await claimPush(test, [someone()], "?mode=partial");
    await failRun(test.database, lease, FAILURE);
    await failRun(test.database, lease, FAILURE);
    expect(await listNotices(test)).toEqual([`failed #${number} Ada`, `failed #${number} Vera`]);
    await choose(test, vera, { failed: false });
  });

  it("is no preview, and was not stopped by a person", async () => {
    const preview = await claimPush(test, [someone()], "?dryRun=true");
    await failRun(test.database, preview.lease, FAILURE);
    const stopped = await claimPush(test, [someone()], "?mode=partial");
    await runSync(test.database, stopped.lease, {
      ...REAL_STEPS,
      async apply() {
        await expectCall(test, 200, "POST", `/api/v1/syncs/${stopped.id}/cancel`);
        return "stopped";
      },
    });
    const cancelled = await claimPush(test, [someone()], "?mode=partial");
    await expectCall(test, 200, "POST", `/api/v1/syncs/${cancelled.id}/cancel`);
    await runSync(test.database, cancelled.lease, REAL_STEPS);
    expect(await listNotices(test)).toEqual([]);
  });
});

describe("a sync that ends with issues", () => {
  const noEmail = { externalMemberId: "i1" };
  const badEmail = { externalMemberId: "i2", email: "nonsense" };
  const own = "?mode=partial";

  it("is told of only for causes that the last one did not have, and that nobody expects", async () => {
    await choose(test, vera, { newIssues: true });
    await run([someone(), noEmail], "");
    expect(await listNotices(test), "the first of its kind").toEqual([]);
    await run([someone(), noEmail], "");
    expect(await listNotices(test), "the same cause").toEqual([]);
    await run([someone(), badEmail, noEmail], "?dryRun=true");
    expect(await listNotices(test), "a preview").toEqual([]);
    const number = await run([someone(), badEmail, noEmail], "");
    expect(await listNotices(test)).toEqual([`newIssues #${number} Vera`]);
    await emptyOutbox(test);

    await expectCall(test, 200, "PUT", `/api/v1/syncs/${number}/causes/expected`, {
      body: { type: "user_skipped", reason: "invalid_email", expected: true },
    });
    await run([someone(), noEmail], "");
    await run([someone(), badEmail, noEmail], "");
    expect(await listNotices(test), "expected").toEqual([]);
    await run([someone(), noEmail], own);
    expect(await listNotices(test), "nothing to compare it with in its mode").toEqual([]);
  });

  it("is not told of for what only informs, and not to who has not chosen it", async () => {
    const user = await addUser(test);
    await act(test, user.id, "deactivate");
    await run([someone()], own);
    await run([{ externalMemberId: "i3", email: user.email }], own);
    expect(await listNotices(test), "deactivated by hand").toEqual([]);
    await choose(test, vera, { newIssues: false });
    await run([someone()], own);
    await run([someone(), { externalMemberId: "i4" }], own);
    expect(await listNotices(test)).toEqual([]);
  });
});

describe("who has no access any more", () => {
  it("has no mail in the outbox and no choice, and gets the usual when let in again", async () => {
    const bea = await addPerson(test, "Bea", "admin");
    await choose(test, bea, { failed: false, newIssues: true });
    await pause(true);
    const number = await run([someone()], "?mode=partial");
    await pause(false);
    expect(await listNotices(test)).toContain(`needsApproval #${number} Bea`);
    const asAda = { key: null, headers: ada.headers };
    await expectCall(test, 204, "DELETE", `/api/v1/admins/${bea.id}`, asAda);
    expect(await listNotices(test)).toEqual([`needsApproval #${number} Ada`]);
    const { rows } = await test.database.query("select from notice_choices where account_id = $1", [
      bea.id,
    ]);
    expect(rows).toEqual([]);
  });

  it("is left out at the very moment, and does not break the sync off", async () => {
    // One connection cannot do two things at a moment.
    if (test.database.engine === "embedded") return;
    const cy = await addPerson(test, "Cy", "admin");
    const { number, lease } = await claimPush(test, [someone()], "?mode=partial");
    let failed: Promise<void> | undefined;
    await withTransaction(test.database, async (transaction) => {
      await transaction.query("delete from workspace_admins where account_id = $1", [cy.id]);
      failed = failRun(test.database, lease, FAILURE);
      await untilBlocked();
    });
    await failed;
    expect(await listNotices(test)).toEqual([`failed #${number} Ada`]);
  });

  async function untilBlocked(): Promise<void> {
    for (;;) {
      const { rows } = await test.database.query<{ waiting: boolean }>(
        `select exists (select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock') as waiting`,
      );
      if (rows[0]!.waiting) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
