import type { SyncMode } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

/** The source whose data counts at present. */
export interface ActiveSource {
  id: number;
  kind: string;
  name: string;
}

export async function readActiveSource(
  queryable: Queryable,
  workspaceId: number,
): Promise<ActiveSource | null> {
  const { rows } = await queryable.query<ActiveSource>(
    "select id, kind, name from sources where workspace_id = $1 and active",
    [workspaceId],
  );
  return rows[0] ?? null;
}

export interface NewSync {
  workspaceId: number;
  sourceId: number;
  inputId: number;
  mode: SyncMode;
  dryRun: boolean;
  form: string;
  triggerKind: string;
  triggerActor: string;
  rerunOf: number | null;
  settings: object;
}

/** Adds a sync under the workspace's next number, queued; answers id and number. */
export async function insertSync(
  transaction: Queryable,
  sync: NewSync,
): Promise<{ id: number; number: number }> {
  const { rows } = await transaction.query<{ id: number; number: number }>(
    `with numbered as (
       update workspaces set last_sync_number = last_sync_number + 1 where id = $1 returning last_sync_number
     )
     insert into syncs (workspace_id, number, source_id, input_id, mode, dry_run, form, trigger_kind, trigger_actor,
       rerun_of, settings)
     select $1, last_sync_number, $2, $3, $4, $5, $6, $7, $8, $9, $10 from numbered
     returning id, number`,
    [
      ...[sync.workspaceId, sync.sourceId, sync.inputId, sync.mode, sync.dryRun, sync.form],
      ...[sync.triggerKind, sync.triggerActor, sync.rerunOf, JSON.stringify(sync.settings)],
    ],
  );
  return rows[0]!;
}

/** What a re-run takes from the sync it repeats. */
export interface RepeatedSync {
  id: number;
  number: number;
  source_id: number;
  input_id: number | null;
  mode: SyncMode;
  form: string;
  accepted_at: Date | null;
  /** Its rows are kept no longer. */
  input_expired: boolean;
  /** A later input of the same source was accepted since. */
  is_older: boolean;
}

/** The sync and its input, the input locked against the end of its keeping. */
export async function lockRepeatedSync(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<RepeatedSync | null> {
  await transaction.query(
    `select from inputs where workspace_id = $1
        and id = (select input_id from syncs where workspace_id = $1 and id = $2) for no key update`,
    [workspaceId, syncId],
  );
  const { rows } = await transaction.query<RepeatedSync>(
    `select s.id, s.number, s.source_id, s.input_id, s.mode, s.form, i.accepted_at,
            coalesce(i.expired_at is not null or i.expires_at <= now(), true) as input_expired,
            exists (
              select from inputs later
               where later.workspace_id = $1 and later.source_id = s.source_id and later.accepted_at is not null
                 and (later.accepted_at, later.id) > (i.accepted_at, i.id)) as is_older
       from syncs s left join inputs i on i.workspace_id = s.workspace_id and i.id = s.input_id
      where s.workspace_id = $1 and s.id = $2`,
    [workspaceId, syncId],
  );
  return rows[0] ?? null;
}
