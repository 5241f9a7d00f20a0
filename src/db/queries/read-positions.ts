import type { EntryType } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

interface PositionsRow {
  positions: string | null;
}

/** Positions of the skipped updates of a sync. One text for all: a row per position costs ten times as much. */
export async function readSkippedPositions(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<number[]> {
  const { rows } = await queryable.query<PositionsRow>(
    `select string_agg(position::text, ',') as positions from entries
     where workspace_id = $1 and sync_id = $2 and skipped is not null`,
    [workspaceId, syncId],
  );
  return splitPositions(rows[0]);
}

/** Positions, up to `last`, of the issues that have one of `reasons`. Issues stand first in a report. */
export async function readIssuePositionsByReason(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  last: number,
  reasons: readonly string[],
): Promise<number[]> {
  const { rows } = await queryable.query<PositionsRow>(
    `select string_agg(position::text, ',') as positions from entries
     where workspace_id = $1 and sync_id = $2 and position <= $3 and reason = any ($4)`,
    [workspaceId, syncId, last, reasons],
  );
  return splitPositions(rows[0]);
}

/** Positions of the updates that were skipped for one of `reasons`. */
export async function readSkippedPositionsByReason(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  reasons: readonly string[],
): Promise<number[]> {
  const { rows } = await queryable.query<PositionsRow>(
    `select string_agg(position::text, ',') as positions from entries
     where workspace_id = $1 and sync_id = $2 and skipped is not null and skipped = any ($3)`,
    [workspaceId, syncId, reasons],
  );
  return splitPositions(rows[0]);
}

/** Positions, within `first`..`last`, of the updates that change one of `fields`. */
export async function readPositionsByField(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  { first, last }: { first: number; last: number },
  fields: readonly string[],
): Promise<number[]> {
  const { rows } = await queryable.query<PositionsRow>(
    `select string_agg(position::text, ',') as positions from entries
     where workspace_id = $1 and sync_id = $2 and position between $3 and $4 and after ?| $5::text[]`,
    [workspaceId, syncId, first, last, fields],
  );
  return splitPositions(rows[0]);
}

function splitPositions(row: PositionsRow | undefined): number[] {
  const text = row?.positions ?? "";
  return text === "" ? [] : text.split(",").map(Number);
}

export interface TypeStep {
  sync_id: number;
  type: EntryType;
  step: number;
}

/** The apply step of each type, read off the first entry of its range: `places` = (sync, position) pairs. */
export async function readTypeSteps(
  queryable: Queryable,
  workspaceId: number,
  places: readonly { syncId: number; position: number }[],
): Promise<TypeStep[]> {
  const { rows } = await queryable.query<TypeStep>(
    `select e.sync_id, e.type, e.step
     from unnest($2::bigint[], $3::int[]) as place (sync_id, position)
     join entries e on e.workspace_id = $1 and e.sync_id = place.sync_id and e.position = place.position`,
    [workspaceId, places.map((place) => place.syncId), places.map((place) => place.position)],
  );
  return rows;
}

export interface BatchRow {
  step: number;
  position: number;
  applied_at: Date;
}

/** When each batch of a sync was applied; a batch covers its step up to its position. */
export async function readAppliedBatches(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<BatchRow[]> {
  const { rows } = await queryable.query<BatchRow>(
    `select step, position, applied_at from applied_batches
     where workspace_id = $1 and sync_id = $2 order by step, position`,
    [workspaceId, syncId],
  );
  return rows;
}
