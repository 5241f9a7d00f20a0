import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { EntryDetails } from "../../src/contract/entry-details.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { expectCall } from "../support/directory.ts";
import { pushJson, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let worker: { stop(): Promise<void> };
beforeAll(async () => {
  test = await startTestApp();
  worker = startTestWorker(test);
});
afterAll(async () => {
  await worker.stop();
  await test.close();
});

async function push(...members: object[]): Promise<Sync> {
  const sync = await pushJson(test, { members }, "?mode=partial");
  return until(test, sync.id, "awaiting_approval", "done");
}

/** Somebody whom the source knows. */
async function addHolder(externalMemberId: string): Promise<User> {
  const email = `${externalMemberId.toLowerCase()}@example.com`;
  await push({ externalMemberId, email, firstName: externalMemberId });
  const url = `/api/v1/users?q=${email}`;
  const { items } = await expectCall<{ items: User[] }>(test, 200, "GET", url);
  return items[0]!;
}

async function act(id: string, verb: string, body?: object): Promise<User> {
  const url = `/api/v1/users/${id}/${verb}`;
  const answer = await expectCall<{ user: User }>(test, 200, "POST", url, body && { body });
  return answer.user;
}

/** What the issue about a row that wants another's address says of its holder. */
async function holderIn(sync: Sync): Promise<EntryDetails["holder"]> {
  const url = `/api/v1/syncs/${sync.id}/entries`;
  const { items } = await expectCall<{ items: ReportEntry[] }>(
    ...([test, 200, "GET", `${url}?reason=email_taken`] as const),
  );
  const key = test.workspace.keys.read;
  const details = await expectCall<EntryDetails>(test, 200, "GET", `${url}/${items[0]!.seq}`, {
    key,
  });
  return details.holder;
}

describe("who holds the address that a row wants", () => {
  it("may be linked to the row's id, or unlinked; once that is done nothing is to decide", async () => {
    const holder = await addHolder("A1");
    const sync = await push({ externalMemberId: "A2", email: "a1@example.com" });
    const found = { id: holder.id, name: "A1", ways: ["relink", "unlink"] };
    expect(await holderIn(sync)).toEqual(found);
    await act(holder.id, "unlink");
    expect(await holderIn(sync)).toEqual({ ...found, ways: ["relink"] });
    await act(holder.id, "relink", { externalId: "A2" });
    expect(await holderIn(sync)).toBeNull();
  });

  it("is told, and no way out of this kind, where the source knows somebody by the row's id", async () => {
    const holder = await addHolder("B1");
    const other = await addHolder("B2");
    const sync = await push({ externalMemberId: "B2", email: "b1@example.com" });
    expect(await holderIn(sync)).toEqual({ id: holder.id, name: "B1", ways: [] });
    // A tombstone gives the id up, but the next sync would still meet it first.
    await expectCall(test, 200, "DELETE", `/api/v1/users/${other.id}`);
    expect((await holderIn(sync))?.ways).toEqual(["relink"]);
  });

  it("is not unlinked when an admin: no sync would link them", async () => {
    const { id } = await addHolder("C1");
    await test.database.query("update users set role = 'admin' where external_id = 'C1'");
    const sync = await push({ externalMemberId: "C2", email: "c1@example.com" });
    expect(await holderIn(sync)).toEqual({ id, name: "C1", ways: ["relink"] });
  });

  it("is nobody once the address is free, or the holder is erased", async () => {
    const first = await addHolder("D1");
    const second = await addHolder("D2");
    const [of1, of2] = [
      await push({ externalMemberId: "D3", email: "d1@example.com" }),
      await push({ externalMemberId: "D4", email: "d2@example.com" }),
    ];
    await expectCall(test, 200, "PATCH", `/api/v1/users/${first.id}`, {
      body: { email: "new@example.com" },
    });
    expect(await holderIn(of1)).toBeNull();
    await expectCall(test, 200, "DELETE", `/api/v1/users/${second.id}`);
    await expectCall(test, 200, "POST", `/api/v1/users/${second.id}/erase`);
    expect(await holderIn(of2)).toBeNull();
  });
});
