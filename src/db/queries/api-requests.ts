import type { Queryable } from "../database.ts";

/** Calls of one kind, made with one key in one minute. */
export interface NewApiRequestRow {
  workspaceId: number;
  keyId: number;
  minute: Date;
  method: string;
  /** The route's pattern. */
  route: string;
  status: number;
  code: string | null;
  ip: string | null;
  syncId: number | null;
  count: number;
  firstAt: Date;
  /** Of the latest call. */
  lastAt: Date;
  requestId: string;
}

/** Adds rows, all in one statement; what is there of the same kind and minute is added up. */
export async function addApiRequests(
  queryable: Queryable,
  rows: readonly NewApiRequestRow[],
): Promise<void> {
  // In one order, so that processes that add to the same rows wait for each other and never in a ring.
  await queryable.query(
    `insert into api_requests as known
       (workspace_id, key_id, minute, method, route, status, code, ip, sync_id, count, first_at, last_at,
        request_id)
     select *
       from unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::int[], $7::text[],
              $8::text[], $9::bigint[], $10::int[], $11::timestamptz[], $12::timestamptz[], $13::text[])
         as given (workspace_id, key_id, minute, method, route, status, code, ip, sync_id, count, first_at, last_at,
           request_id)
      order by workspace_id, key_id, minute, method, route, status, code, ip, sync_id
     on conflict (workspace_id, key_id, minute, method, route, status, code, ip, sync_id) do update
       set count = known.count + excluded.count,
           last_at = greatest(known.last_at, excluded.last_at),
           request_id = case when excluded.last_at < known.last_at then known.request_id else excluded.request_id end`,
    [
      ...[rows.map((row) => row.workspaceId), rows.map((row) => row.keyId)],
      ...[rows.map((row) => row.minute), rows.map((row) => row.method)],
      ...[rows.map((row) => row.route), rows.map((row) => row.status)],
      ...[rows.map((row) => row.code), rows.map((row) => row.ip)],
      ...[rows.map((row) => row.syncId), rows.map((row) => row.count)],
      ...[rows.map((row) => row.firstAt), rows.map((row) => row.lastAt)],
      rows.map((row) => row.requestId),
    ],
  );
}

/** Where a row stands in the list: its first call, in milliseconds since 1970, and its id. Neither ever changes. */
export interface ApiRequestPlace {
  first: number;
  id: number;
}

export interface ApiRequestRow extends ApiRequestPlace {
  last_at: Date;
  method: string;
  route: string;
  status: number;
  code: string | null;
  ip: string | null;
  count: number;
  request_id: string;
  sync_id: number | null;
  /** Null where the call made no sync, and where its report is kept no longer. */
  sync_number: number | null;
}

const FIRST = "floor(extract(epoch from r.first_at) * 1000)::bigint";

/** What was asked with a key, newest first by the first call of each row, from behind a place on. */
export async function readApiRequests(
  queryable: Queryable,
  workspaceId: number,
  keyId: number,
  page: { refused: boolean; after: ApiRequestPlace | null; limit: number },
): Promise<ApiRequestRow[]> {
  const { rows } = await queryable.query<ApiRequestRow>(
    `select ${FIRST} as first, r.id, r.last_at, r.method, r.route, r.status, r.code, r.ip,
            r.count, r.request_id, r.sync_id, s.number as sync_number
       from api_requests r
       left join syncs s on s.workspace_id = r.workspace_id and s.id = r.sync_id
      where r.workspace_id = $1 and r.key_id = $2
        and (not $3 or r.status >= 400)
        and ($4::bigint is null or (${FIRST}, r.id) < ($4, $5::bigint))
      order by first desc, r.id desc
      limit $6`,
    [
      ...[workspaceId, keyId, page.refused],
      ...[page.after?.first ?? null, page.after?.id ?? null, page.limit],
    ],
  );
  return rows;
}
