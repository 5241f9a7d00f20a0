import type { SyncBadge } from "../../contract/sync-badge.ts";

/** Filters of the history; values of one filter are alternatives, filters add up. */
export interface SyncFilter {
  statuses?: readonly string[] | undefined;
  phases?: readonly string[] | undefined;
  badges?: readonly SyncBadge[] | undefined;
  /** Source ids. */
  sourceIds?: readonly number[] | undefined;
  sourceKinds?: readonly string[] | undefined;
  triggers?: readonly string[] | undefined;
  /** Names of who or what started it. */
  actors?: readonly string[] | undefined;
  dryRun?: boolean | undefined;
  /** A number or id, or part of the name of a source, of who started it, or of who decided. */
  search?: SyncSearch | undefined;
  /** Created at or after. */
  from?: Date | undefined;
  /** Created before. */
  before?: Date | undefined;
}

export interface SyncSearch {
  text: string;
  number: number | null;
  id: number | null;
}

/** The badge of the sync `s` (contract: badgeOf). */
export const BADGE_SQL = `case
  when s.status = 'rejected' and s.decision ->> 'reason' in ('expired', 'superseded') then s.decision ->> 'reason'
  when s.phase = 'awaiting_approval' then 'needs_approval'
  when s.status <> 'completed' then s.status
  when s.dry_run then 'preview'
  when (s.plan #>> '{issues,total}')::int > s.expected_issues then 'completed_with_issues'
  else 'completed' end`;

/** Conditions on the sync `s` and its `source`, over the parameters $1..$14 of `filterValues`. */
export const FILTER_SQL = {
  common: `s.workspace_id = $1
    and ($2::text[] is null or s.status = any ($2))
    and ($3::text[] is null or s.phase = any ($3))
    and ($4::text[] is null or s.trigger_kind = any ($4))
    and ($5::boolean is null or s.dry_run = $5)
    and ($6::timestamptz is null or s.created_at >= $6)
    and ($7::timestamptz is null or s.created_at < $7)
    and ($8::text is null or s.number = $9 or s.id = $10 or strpos(fold(source.name), fold($8)) > 0
         or strpos(fold(s.trigger_actor), fold($8)) > 0 or strpos(fold(s.decision ->> 'by'), fold($8)) > 0)`,
  badge: `($11::text[] is null or ${BADGE_SQL} = any ($11))`,
  source:
    "(($12::bigint[] is null and $13::text[] is null) or s.source_id = any ($12) or source.kind = any ($13))",
  actor: "($14::text[] is null or s.trigger_actor = any ($14))",
};

/** How many parameters the conditions take. */
export const FILTER_VALUES = 14;

export function filterValues(workspaceId: number, filter: SyncFilter): unknown[] {
  const { search } = filter;
  return [
    ...[workspaceId, filter.statuses ?? null, filter.phases ?? null, filter.triggers ?? null],
    ...[filter.dryRun ?? null, filter.from ?? null, filter.before ?? null],
    ...[search?.text ?? null, search?.number ?? null, search?.id ?? null],
    ...[filter.badges ?? null, filter.sourceIds ?? null, filter.sourceKinds ?? null],
    filter.actors ?? null,
  ];
}
