import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/db/database.ts";
import type { SyncRow } from "../../src/db/queries/read-syncs.ts";
import { type Actor, type Scope, systemActor } from "../../src/engine/actor.ts";
import { addAdmin, changeAdminRole, removeAdmin, renewAdminLink } from "../../src/engine/admins.ts";
import { createApiKey, revokeApiKey, rotateApiKey } from "../../src/engine/api-keys.ts";
import { expectCause } from "../../src/engine/expect-cause.ts";
import { chooseNotices } from "../../src/engine/notices/choose-notices.ts";
import { createProperty, deleteProperty, updateProperty } from "../../src/engine/properties.ts";
import { revealRecord } from "../../src/engine/report/entry-details.ts";
import { type OpenReport, ReportReader } from "../../src/engine/report/report-reader.ts";
import { saveView } from "../../src/engine/saved-views.ts";
import { updateSettings } from "../../src/engine/update-settings.ts";
import { updateWorkspace } from "../../src/engine/update-workspace.ts";
import { addTestWorkspace } from "../support/test-app.ts";
import { openTestDatabase } from "../support/test-database.ts";

let database: Database;
let workspaceId: number;
beforeAll(async () => {
  database = await openTestDatabase();
  workspaceId = (await addTestWorkspace(database, "Acme")).id;
});
afterAll(() => database.close());

const actor = (scope: Scope): Actor => ({
  ...systemActor(workspaceId),
  kind: "api_key",
  id: "key_1",
  scope,
});

/** Nobody gets so far as to look at it. */
const SYNC = {} as SyncRow;
const REPORT = { sync: SYNC } as OpenReport;

/** Every write of this ground, and the scopes that may not make it. */
const WRITES: [string, Scope[], (by: Actor) => Promise<unknown>][] = [
  [
    "createApiKey",
    ["read", "push"],
    (by) => createApiKey(database, by, { name: "x", scope: "read", expiresAt: null }),
  ],
  ["revokeApiKey", ["read", "push"], (by) => revokeApiKey(database, by, 1)],
  ["rotateApiKey", ["read", "push"], (by) => rotateApiKey(database, by, 1)],
  ["updateSettings", ["read", "push"], (by) => updateSettings(database, by, { paused: true })],
  ["updateWorkspace", ["read", "push"], (by) => updateWorkspace(database, by, { name: "Mine" })],
  ["createProperty", ["read", "push"], (by) => createProperty(database, by, { label: "Mine" })],
  [
    "updateProperty",
    ["read", "push"],
    (by) => updateProperty(database, by, "city", { label: "Mine" }),
  ],
  ["deleteProperty", ["read", "push"], (by) => deleteProperty(database, by, "city")],
  [
    "addAdmin",
    ["read", "push", "read_write"],
    (by) => addAdmin(database, by, { name: "x", email: "x@example.com", role: "viewer" }),
  ],
  [
    "changeAdminRole",
    ["read", "push", "read_write"],
    (by) => changeAdminRole(database, by, "x", "admin"),
  ],
  ["removeAdmin", ["read", "push", "read_write"], (by) => removeAdmin(database, by, "x")],
  [
    "expectCause",
    ["read", "push"],
    (by) => expectCause(database, by, SYNC, { type: "user_skipped", reason: null }, true),
  ],
  [
    "revealRecord",
    ["read", "push"],
    (by) => revealRecord(new ReportReader(database), by, REPORT, 1),
  ],
  [
    "saveView",
    ["read", "push", "read_write"],
    (by) => saveView(database, by, { page: "syncs", name: "Mine", search: "", shared: true }),
  ],
  [
    "chooseNotices",
    ["read", "push", "read_write"],
    (by) => chooseNotices(database, by, { failed: false }),
  ],
  ["renewAdminLink", ["read", "push", "read_write"], (by) => renewAdminLink(database, by, "x")],
];

test.each(WRITES)(
  "%s checks who does it, whatever let them through before",
  async (_name, scopes, write) => {
    const snapshot = async () =>
      (
        await database.query(
          "select md5(string_agg(w::text, '')) as w, (select count(*) from audit) as a from workspaces w",
        )
      ).rows;
    const before = await snapshot();
    for (const scope of scopes)
      await expect(write(actor(scope))).rejects.toMatchObject({ status: 403 });
    expect(await snapshot()).toEqual(before);
  },
);
