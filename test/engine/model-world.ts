/** Carries directories of the reference model into a real workspace and back, and reports into the model's terms. */

import type { InputBatch, InputSummary } from "../../src/core/input/rows.ts";
import { FINISHED_STEP } from "../../src/core/plan/apply-steps.ts";
import type { Database } from "../../src/db/database.ts";
import { acceptInput, insertChunk, insertInput } from "../../src/db/queries/write-inputs.ts";
import { applySync } from "../../src/engine/apply/apply-sync.ts";
import { planSync } from "../../src/engine/plan/plan-sync.ts";
import { describeDirectory } from "../model/describe-directory.ts";
import { type ModelDirectory, type ModelUser, userKey } from "../model/directory.ts";
import type { ModelEntry } from "../model/entry.ts";
import type { ModelInput } from "../model/run.ts";

export interface World {
  workspaceId: number;
  sourceId: number;
  otherSourceId: number;
}

/** A workspace that holds exactly `directory`. */
export async function makeWorld(database: Database, directory: ModelDirectory): Promise<World> {
  const { settings } = directory;
  const one = async (sql: string, values: unknown[]): Promise<number> =>
    (await database.query<{ id: number }>(sql, values)).rows[0]!.id;
  const workspaceId = await one(
    "insert into workspaces (name, products, default_product, seat_limit) values ('Model', $1, $2, $3) returning id",
    [settings.products, settings.defaultProduct, settings.seatLimit],
  );
  const addSource = (active: boolean): Promise<number> =>
    one(
      "insert into sources (workspace_id, kind, name, active) values ($1, 'push', 'API push', $2) returning id",
      [workspaceId, active],
    );
  const world = {
    workspaceId,
    sourceId: await addSource(true),
    otherSourceId: await addSource(false),
  };
  await insertUsers(database, world, directory.users);
  await insertTeams(database, world, directory);
  return world;
}

async function insertUsers(database: Database, world: World, users: ModelUser[]): Promise<void> {
  const { rows } = await database.query<{ first: number }>(
    "select min(nextval('user_ids'))::bigint as first from generate_series(1, $1)",
    [users.length],
  );
  const numbers = new Map(users.map((user, index) => [user.id, rows[0]!.first + index]));
  await database.query(
    `insert into users (workspace_id, id, source_id, external_id, email, former_email, profile, state, state_before, removed_by, role, removed_at)
     select $1, (u ->> 'id')::bigint, (u ->> 'source')::bigint, u ->> 'externalId', u ->> 'email', u ->> 'former', u -> 'profile', u ->> 'state',
            u ->> 'stateBefore', u ->> 'removedBy', u ->> 'role', now()
       from jsonb_array_elements($2::jsonb) u`,
    [
      world.workspaceId,
      JSON.stringify(
        users.map((user) => ({
          id: numbers.get(user.id),
          source:
            user.externalId === null ? null : user.linked ? world.sourceId : world.otherSourceId,
          externalId: user.externalId,
          email: user.state === "deleted" ? null : user.email,
          former: user.state === "deleted" ? user.email : null,
          profile: user.profile,
          state: user.state,
          stateBefore: user.stateBefore,
          removedBy: user.removedBy === "hand" ? "person" : user.removedBy,
          role: user.role,
        })),
      ),
    ],
  );
  const lines = users.filter((user) => user.managerId !== null);
  await database.query(
    `insert into direct_managers (workspace_id, user_id, manager_id)
     select $1, * from unnest($2::bigint[], $3::bigint[])`,
    [
      world.workspaceId,
      lines.map((user) => numbers.get(user.id)),
      lines.map((user) => numbers.get(user.managerId!)),
    ],
  );
  const locks = users.flatMap((user) => user.locks.map((property) => ({ user, property })));
  await database.query(
    `insert into value_locks (workspace_id, user_id, property, locked_by)
     select $1, *, 'test' from unnest($2::bigint[], $3::text[])`,
    [
      world.workspaceId,
      locks.map(({ user }) => numbers.get(user.id)),
      locks.map(({ property }) => property),
    ],
  );
  userNumbers.set(world.workspaceId, numbers);
}
const userNumbers = new Map<number, Map<string, number>>();

async function insertTeams(
  database: Database,
  world: World,
  directory: ModelDirectory,
): Promise<void> {
  const numbers = new Map<string, number>();
  for (const team of directory.teams) {
    const { rows } = await database.query<{ id: number }>(
      "insert into teams (workspace_id, source_id, external_id, name) values ($1, $2, $3, $4) returning id",
      [
        world.workspaceId,
        team.externalId === null ? null : team.linked ? world.sourceId : world.otherSourceId,
        team.externalId,
        team.name,
      ],
    );
    numbers.set(team.id, rows[0]!.id);
  }
  const users = userNumbers.get(world.workspaceId)!;
  for (const team of directory.teams) {
    if (team.parentId !== null) {
      await database.query("update teams set parent_id = $3 where workspace_id = $1 and id = $2", [
        world.workspaceId,
        numbers.get(team.id),
        numbers.get(team.parentId),
      ]);
    }
    for (const id of new Set([...team.members, ...team.managers])) {
      await database.query("insert into team_places values ($1, $2, $3, $4, $5)", [
        world.workspaceId,
        numbers.get(team.id),
        users.get(id),
        team.members.has(id),
        team.managers.has(id),
      ]);
    }
  }
}

export interface RunOutcome {
  entries: unknown[];
  held: string[];
  directory: ReturnType<typeof describeDirectory>;
}

/** Stores the input, plans and applies it whatever the limits say, and tells what came of it in the model's terms. */
export async function runSync(
  database: Database,
  world: World,
  directory: ModelDirectory,
  input: ModelInput,
  mode: string,
): Promise<RunOutcome & { syncId: number }> {
  const { workspaceId, sourceId } = world;
  const inputId = await insertInput(database, {
    workspaceId,
    sourceId,
    form: "json",
    keepDays: 30,
  });
  const summary: InputSummary = { sections: {}, unknownColumns: [], bytes: 0 };
  let chunk = 0;
  for (const section of ["members", "teams", "teamMappings"] as const) {
    const rows = input[section];
    if (rows === undefined) continue;
    summary.sections[section] = { file: section, rows: rows.length };
    // Small chunks, so that the order across chunks is tried too.
    for (let at = 0; at < rows.length; at += 7) {
      const batch = { section, rows: rows.slice(at, at + 7) } as InputBatch;
      await insertChunk(database, workspaceId, inputId, chunk++, batch);
    }
  }
  await acceptInput(database, workspaceId, inputId, { digest: "", summary });
  const { automaticInvite, absentInvited, thresholds } = directory.settings;
  const { rows } = await database.query<{ id: number }>(
    `insert into syncs (workspace_id, number, source_id, input_id, mode, form, trigger_kind, trigger_actor, settings, phase, lease_owner, lease_until)
     values ($1, (select count(*) + 1 from syncs where workspace_id = $1), $2, $3, $4, 'json', 'api_key', 'test', $5, 'planning', 'test', now() + interval '1 hour') returning id`,
    [
      workspaceId,
      sourceId,
      inputId,
      mode,
      JSON.stringify({ automaticInvite, absentInvited, thresholds }),
    ],
  );
  const syncId = rows[0]!.id;
  // Every other plan is made in two transactions beside each other, where the engine has two.
  const options = syncId % 2 === 0 ? { besideFrom: 0 } : {};
  const plan = await planSync(database, { workspaceId, syncId, owner: "test" }, options);
  await applySync(database, { workspaceId, syncId, owner: "test" });
  await database.query(
    "update syncs set lease_owner = null, status = 'completed', phase = 'done', applied_step = $3 where workspace_id = $1 and id = $2",
    [workspaceId, syncId, FINISHED_STEP],
  );
  return {
    syncId,
    entries: await readEntries(database, world, syncId, directory),
    held: plan.exceeded.map((limit) => limit.limit).sort(),
    directory: describeDirectory(await readDirectory(database, world, directory)),
  };
}

async function readDirectory(
  database: Database,
  world: World,
  before: ModelDirectory,
): Promise<ModelDirectory> {
  const { rows: users } = await database.query<Record<string, unknown>>(
    `select u.*, l.manager_id, array(select property from value_locks k
               where k.workspace_id = u.workspace_id and k.user_id = u.id) as locks
       from users u
       left join direct_managers l on l.workspace_id = u.workspace_id and l.user_id = u.id
      where u.workspace_id = $1 order by u.id`,
    [world.workspaceId],
  );
  const { rows: teams } = await database.query<Record<string, unknown>>(
    "select * from teams where workspace_id = $1 order by id",
    [world.workspaceId],
  );
  const { rows: places } = await database.query<{
    team_id: number;
    user_id: number;
    is_member: boolean;
    is_manager: boolean;
  }>("select * from team_places where workspace_id = $1", [world.workspaceId]);
  const idsOf = (team: unknown, flag: "is_member" | "is_manager"): Set<string> =>
    new Set(
      places
        .filter((place) => place.team_id === team && place[flag])
        .map((place) => String(place.user_id)),
    );
  return {
    ...before,
    users: users.map((user) => ({
      id: String(user.id),
      externalId: user.external_id as string | null,
      linked: user.source_id === world.sourceId,
      email: (user.email ?? user.former_email) as string,
      profile: user.profile as ModelUser["profile"],
      managerId: user.manager_id === null ? null : String(user.manager_id),
      state: user.state as ModelUser["state"],
      stateBefore: user.state_before as ModelUser["stateBefore"],
      removedBy:
        user.removed_by === "person" ? "hand" : (user.removed_by as ModelUser["removedBy"]),
      role: user.role as ModelUser["role"],
      locks: user.locks as string[],
    })),
    teams: teams.map((team) => ({
      id: String(team.id),
      externalId: team.external_id as string | null,
      linked: team.source_id === world.sourceId,
      name: team.name as string,
      parentId: team.parent_id === null ? null : String(team.parent_id),
      members: idsOf(team.id, "is_member"),
      managers: idsOf(team.id, "is_manager"),
    })),
  };
}

interface EntryRow {
  type: string;
  reason: string | null;
  name: string | null;
  email: string | null;
  external_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  params: { otherId?: number } | null;
  section: string | null;
  line: number | null;
  step: number;
  skipped: string | null;
  cause_line: number | null;
}

const LINK_LISTS = ["teams", "managedTeams", "directReports", "members", "managers", "subteams"];

async function readEntries(
  database: Database,
  world: World,
  syncId: number,
  before: ModelDirectory,
): Promise<unknown[]> {
  const keys = await readKeys(database, world);
  const numbers = userNumbers.get(world.workspaceId)!;
  const keysBefore = new Map(before.users.map((user) => [numbers.get(user.id), userKey(user)]));
  const { rows } = await database.query<EntryRow>(
    `select e.*, c.line as cause_line from entries e
       left join entries c on c.workspace_id = e.workspace_id and c.sync_id = e.sync_id and c.position = e.caused_by
      where e.workspace_id = $1 and e.sync_id = $2 order by e.position`,
    [world.workspaceId, syncId],
  );
  return rows.map((row) => {
    const side = (values: Record<string, unknown> | null, key: string): unknown =>
      keyOf(values?.[key] ?? null, key, keys);
    const names = new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})]);
    const changes: Record<string, unknown> = {};
    for (const key of names) {
      if (row.type.endsWith("_deleted") && LINK_LISTS.includes(key)) continue;
      changes[key === "teamName" ? "name" : key] = [side(row.before, key), side(row.after, key)];
    }
    const isTeam = /^(team|subteam)_/.test(row.type);
    return comparable({
      kind: row.step === 0 ? "issue" : "update",
      type: row.type,
      reason: row.reason,
      key: row.external_id ?? (isTeam ? row.name : row.email) ?? "",
      changes,
      section: row.section,
      line: row.line,
      cause: row.cause_line,
      holder: row.reason === "email_taken" ? keysBefore.get(row.params?.otherId) : undefined,
      skipped: row.skipped,
    });
  });
}

/** Keys of every user and team, by id: external id if this source has claimed it, else email or name. */
async function readKeys(database: Database, world: World): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; key: string }>(
    `select 'u' || id as id, case when source_id = $2 then external_id else coalesce(email, former_email) end as key from users where workspace_id = $1
     union all select 't' || id, case when source_id = $2 then external_id else name end from teams where workspace_id = $1`,
    [world.workspaceId, world.sourceId],
  );
  return new Map(rows.map((row) => [row.id, row.key]));
}

function keyOf(value: unknown, property: string, keys: Map<string, string>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { id, name } = value as { id: number; name: string };
  return keys.get(`${property === "subteam" ? "t" : "u"}${id}`) ?? name;
}

/** One entry of the model in the same terms. */
export function describeEntry(entry: ModelEntry): unknown {
  return comparable({
    kind: entry.kind,
    type: entry.type,
    reason: entry.reason,
    key: entry.subject.key,
    changes: entry.changes,
    section: entry.section,
    line: entry.line,
    cause: entry.causedBy?.line ?? null,
    holder: entry.holder,
    skipped: null,
  });
}

function comparable(entry: Record<string, unknown> & { changes: object }): string {
  const changes = Object.fromEntries(
    Object.entries(entry.changes).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return JSON.stringify({ ...entry, changes });
}

/** The model's names of limits, in the engine's. */
export function describeLimit(limit: string): string {
  const names: Record<string, string> = {
    userRemovals: "removalsPercent.users",
    teamRemovals: "removalsPercent.teams",
    teamMemberRemovals: "removalsPercent.teamMembers",
    teamManagerRemovals: "removalsPercent.teamManagers",
    directManagerRemovals: "removalsPercent.directManagers",
    identity: "identityPercent",
    emptyMembers: "empty.members",
    emptyTeams: "empty.teams",
    emptyTeamMappings: "empty.teamMappings",
  };
  return limit.startsWith("cleared:")
    ? `removalsPercent.values.${limit.slice(8)}`
    : (names[limit] ?? limit);
}
