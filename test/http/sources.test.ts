import { afterAll, beforeAll, expect, test } from "vitest";
import { formatId } from "../../src/contract/ids.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.close());

test("data sources are listed, the active one first, and none of another workspace", async () => {
  const { workspace, other, database } = world;
  await database.query(
    "insert into sources (workspace_id, kind, name, active) values ($1, 'hris', 'A payroll', false)",
    [workspace.id],
  );
  const read = async (key: string) =>
    (await world.call("GET", "/api/v1/sources", { key })).json<{ items: unknown[] }>().items;
  expect(await read(workspace.keys.read)).toEqual([
    { id: formatId("source", workspace.sourceId), kind: "push", name: "API push", active: true },
    { id: expect.stringMatching(/^src_/), kind: "hris", name: "A payroll", active: false },
  ]);
  expect(await read(other.keys.read)).toHaveLength(1);
});
