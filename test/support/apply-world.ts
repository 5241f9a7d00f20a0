import type { UserRole, UserState } from "../../src/contract/catalogue.ts";
import type { Database } from "../../src/db/database.ts";
import { setDirectManager } from "../../src/db/queries/direct-managers.ts";
import { type ApplyHooks, applySync } from "../../src/engine/apply/apply-sync.ts";
import { createWorkspace } from "../../src/engine/create-workspace.ts";
import { insertPlannedSync, type PlannedUpdate, readSkipped } from "./planned-sync.ts";
import { openTestDatabase } from "./test-database.ts";

/** A user's columns as tests set and read them. */
export interface UserColumns {
  source_id: number | null;
  external_id: string | null;
  email: string | null;
  former_email: string | null;
  profile: Record<string, string | string[]>;
  state: UserState;
  state_before: UserState | null;
  removed_by: "sync" | "person" | null;
  removed_at: string | null;
  erased_at: string | null;
  role: UserRole;
  manager_id: number | null;
}

export interface TeamColumns {
  source_id: number | null;
  external_id: string | null;
  name: string;
  parent_id: number | null;
}

/** A database with one workspace per call of `reset`, and plans that are applied to it. */
export interface ApplyWorld {
  database: Database;
  place: { workspaceId: number; sourceId: number };
  /** A new, empty workspace. */
  reset(): Promise<void>;
  /** A linked, active user `E<id>` with the address `u<id>@example.com`, unless given otherwise. */
  addUser(values?: Partial<UserColumns>): Promise<number>;
  /** A linked team `T<id>`, unless given otherwise. */
  addTeam(values?: Partial<TeamColumns>): Promise<number>;
  addPlace(
    teamId: number,
    userId: number,
    flags: { member?: boolean; manager?: boolean },
  ): Promise<void>;
  setUser(id: number, values: Partial<UserColumns>): Promise<void>;
  user(id: number): Promise<UserColumns>;
  team(id: number): Promise<TeamColumns | undefined>;
  /** "team user flags" of every place. */
  places(): Promise<string[]>;
  /** Plans and applies; answers what was skipped, as "type subject". */
  apply(
    updates: readonly PlannedUpdate[],
    options?: { emailHandovers?: boolean; changed?: boolean; hooks?: ApplyHooks },
  ): Promise<string[]>;
  close(): Promise<void>;
}

export async function openApplyWorld(): Promise<ApplyWorld> {
  const database = await openTestDatabase();
  const place = { workspaceId: 0, sourceId: 0 };

  const insert = async (table: "users" | "teams", values: object): Promise<number> => {
    const columns = Object.keys(values);
    const { rows } = await database.query<{ id: number }>(
      `insert into ${table} (workspace_id, ${columns.join(", ")})
       values ($1, ${columns.map((_, index) => `$${index + 2}`).join(", ")}) returning id`,
      [place.workspaceId, ...Object.values(values)],
    );
    return rows[0]!.id;
  };
  const nextId = async (sequence: "user_ids" | "team_ids") =>
    (await database.query<{ id: number }>("select nextval($1) as id", [sequence])).rows[0]!.id;

  const world: ApplyWorld = {
    database,
    place,
    async reset() {
      const made = await createWorkspace(database, { name: "Acme", product: "Muster" });
      place.workspaceId = made.id;
      place.sourceId = made.sourceId;
    },
    async addUser({ manager_id = null, ...values } = {}) {
      const id = await nextId("user_ids");
      const linked = { source_id: place.sourceId, external_id: `E${id}` };
      const own = { email: `u${id}@example.com`, state: "active", ...values };
      await insert("users", { id, ...linked, ...own });
      await setDirectManager(database, place.workspaceId, id, manager_id);
      return id;
    },
    async addTeam(values = {}) {
      const id = await nextId("team_ids");
      const linked = { source_id: place.sourceId, external_id: `T${id}` };
      return insert("teams", { id, ...linked, name: `Team ${id}`, ...values });
    },
    async addPlace(teamId, userId, flags) {
      await database.query("insert into team_places values ($1, $2, $3, $4, $5)", [
        ...[place.workspaceId, teamId, userId, flags.member ?? false, flags.manager ?? false],
      ]);
    },
    async setUser(id, { manager_id, ...values }) {
      if (manager_id !== undefined) {
        await setDirectManager(database, place.workspaceId, id, manager_id);
      }
      if (Object.keys(values).length === 0) return;
      const sets = Object.keys(values).map((column, index) => `${column} = $${index + 2}`);
      await database.query(`update users set ${sets.join(", ")} where id = $1`, [
        id,
        ...Object.values(values),
      ]);
    },
    async user(id) {
      const { rows } = await database.query<UserColumns & { [column: string]: unknown }>(
        `select source_id, external_id, email, former_email, profile, state, state_before, removed_by,
                removed_at::text, erased_at::text, role,
                (select manager_id from direct_managers where user_id = users.id) as manager_id
           from users where id = $1`,
        [id],
      );
      return rows[0]!;
    },
    async team(id) {
      const { rows } = await database.query<TeamColumns & { [column: string]: unknown }>(
        "select source_id, external_id, name, parent_id from teams where id = $1",
        [id],
      );
      return rows[0];
    },
    async places() {
      const { rows } = await database.query<{ text: string }>(
        `select concat_ws(' ', team_id, user_id, case when is_member then 'member' end,
                case when is_manager then 'manager' end) as text
           from team_places where workspace_id = $1 order by team_id, user_id`,
        [place.workspaceId],
      );
      return rows.map((row) => row.text);
    },
    async apply(updates, { hooks, changed, ...options } = {}) {
      const lease = await insertPlannedSync(database, place, updates, options);
      if (changed === true) await noteManualChange(database, place.workspaceId);
      const result = await applySync(database, lease, hooks);
      if (result !== "applied") throw new Error(`The run was ${result}.`);
      return readSkipped(database, lease);
    },
    close: () => database.close(),
  };
  await world.reset();
  return world;
}

/** Leaves the audit row that every change by hand leaves. */
export async function noteManualChange(database: Database, workspaceId: number): Promise<void> {
  await database.query(
    `insert into audit (workspace_id, at, actor_kind, actor_name, action)
     values ($1, clock_timestamp(), 'api_key', 'Admin key', 'user_updated')`,
    [workspaceId],
  );
}
