import type { SyncPhase } from "../../contract/catalogue.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import { PositionSet } from "../../core/report/position-set.ts";
import {
  DIRECT_MANAGER_TYPES,
  type EntryFilter,
  outlineReport,
  type ReportOutline,
  selectEntries,
} from "../../core/report/select-entries.ts";
import type { Database } from "../../db/database.ts";
import {
  readIssuePositionsByReason,
  readPositionsByField,
  readSkippedPositions,
  readSkippedPositionsByReason,
} from "../../db/queries/read-positions.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { UnfitFinder } from "./find-unfit.ts";
import { NameSearch } from "./name-search.ts";
import { readSteps, stateOf } from "./render-sync.ts";

/** All filters of a report. */
export interface ReportFilter extends EntryFilter {
  /** Why an issue was raised or an update skipped. */
  reasons?: readonly string[] | undefined;
  /** Part of a name, email or external id. */
  q?: string | undefined;
  /** Only updates of people that change one of these fields. */
  fields?: readonly string[] | undefined;
  /** Only updates of a waiting plan that do not fit the directory any more. */
  unfit?: boolean | undefined;
}

/** A sync with what its filters are computed from. */
export interface OpenReport {
  sync: SyncRow;
  outline: ReportOutline;
}

const EMPTY_PLAN: PlanSummary = {
  ranges: [],
  issues: { total: 0, impactedUsers: 0, impactedTeams: 0 },
  rows: {},
};
const PHASES_WITHOUT_PLAN: readonly SyncPhase[] = ["queued", "reading", "planning"];

/** Whether the sync is still processing its input; its entries are not there yet (domain rules, section 9). */
export function isUnplanned(sync: SyncRow): boolean {
  return PHASES_WITHOUT_PLAN.includes(sync.phase) || sync.plan === null;
}

/** Where the issues of a report end, which stand first; 0 = it has none. */
export function lastIssueOf({ plan }: Pick<SyncRow, "plan">): number {
  return plan?.ranges.findLast((range) => range.kind === "issue")?.last ?? 0;
}

/**
 * Reads reports. Keeps, for a while, what several requests on one report share: the outline of outcomes and the
 * names being searched.
 */
export class ReportReader {
  readonly database: Database;
  readonly unfit: UnfitFinder;
  readonly #search: NameSearch;
  readonly #byField = new BoundedCache<PositionSet>({
    maxBytes: 8 * 1024 * 1024,
    keepMs: 120_000,
  });
  readonly #outlines = new BoundedCache<ReportOutline>({
    maxBytes: 32 * 1024 * 1024,
    keepMs: 60_000,
  });

  constructor(database: Database) {
    this.database = database;
    this.#search = new NameSearch(database);
    this.unfit = new UnfitFinder(database);
  }

  /** Prepares a report for filtering. Before its plan is ready it is empty. */
  async open(sync: SyncRow): Promise<OpenReport> {
    const { workspace_id: workspaceId, id } = sync;
    const plan = isUnplanned(sync) ? EMPTY_PLAN : (sync.plan ?? EMPTY_PLAN);
    const state = stateOf(sync);
    const key = [
      ...[
        workspaceId,
        id,
        plan.ranges.length,
        state.status,
        state.phase,
        state.mark.step,
        state.mark.position,
      ],
      sync.skipped_count,
    ].join(" ");
    const known = this.#outlines.get(key);
    if (known !== undefined) return { sync, outline: known };
    const steps = (await readSteps(this.database, workspaceId, [sync])).get(id) ?? new Map();
    const skipped =
      sync.skipped_count === 0 ? [] : await readSkippedPositions(this.database, workspaceId, id);
    const outline = outlineReport(plan, state, steps, skipped);
    // Three sets of a bit per entry.
    this.#outlines.put(key, outline, 1024 + (outline.size >>> 3) * 3);
    return { sync, outline };
  }

  /** The positions that pass the filter. */
  async select(report: OpenReport, filter: ReportFilter): Promise<PositionSet> {
    return selectEntries(report.outline, filter, await this.mark(report, filter));
  }

  /** The positions that pass the filters which need a look at the entries; `null` when none of those is set. */
  async mark(report: OpenReport, filter: ReportFilter): Promise<PositionSet | null> {
    const marks = [
      await this.#findNames(report, filter.q),
      await this.#findReasons(report, filter.reasons),
      await this.#findFields(report, filter.fields),
      await this.#findUnfit(report, filter.unfit),
    ];
    return marks.reduce((all, mark) =>
      all === null || mark === null ? (all ?? mark) : all.intersect(mark),
    );
  }

  async #findFields(
    { sync, outline }: OpenReport,
    fields: readonly string[] | undefined,
  ): Promise<PositionSet | null> {
    if (fields === undefined) return null;
    const { workspace_id: workspaceId, id } = sync;
    const { ranges } = outline.plan;
    const key = JSON.stringify([workspaceId, id, ...fields]);
    const known = this.#byField.get(key);
    // A plan in preparation grows from nothing to its size at once.
    if (known?.size === outline.size) return known;
    const lines = fields.includes("directManager")
      ? ranges.filter(({ type }) => DIRECT_MANAGER_TYPES.includes(type))
      : [];
    const found = PositionSet.ofRanges(outline.size, lines);
    for (const range of ranges.filter(({ type }) => type === "user_updated")) {
      const place = [this.database, workspaceId, id] as const;
      for (const position of await readPositionsByField(...place, range, fields)) {
        found.add(position);
      }
    }
    this.#byField.put(key, found, found.byteLength);
    return found;
  }

  async #findUnfit(
    { sync, outline }: OpenReport,
    wanted: boolean | undefined,
  ): Promise<PositionSet | null> {
    if (wanted !== true) return null;
    const found = PositionSet.empty(outline.size);
    const { unfit } = await this.unfit.find(sync);
    for (const position of unfit ?? []) found.add(position);
    return found;
  }

  async #findNames(
    { sync, outline }: OpenReport,
    q: string | undefined,
  ): Promise<PositionSet | null> {
    if (q === undefined || q.trim() === "") return null;
    const report = { workspaceId: sync.workspace_id, syncId: sync.id, size: outline.size };
    return await this.#search.find(report, q);
  }

  async #findReasons(
    { sync, outline }: OpenReport,
    reasons: readonly string[] | undefined,
  ): Promise<PositionSet | null> {
    if (reasons === undefined) return null;
    const lastIssue = lastIssueOf(outline);
    const place = [this.database, sync.workspace_id, sync.id] as const;
    const found = PositionSet.empty(outline.size);
    for (const position of await readIssuePositionsByReason(...place, lastIssue, reasons))
      found.add(position);
    if (sync.skipped_count > 0) {
      for (const position of await readSkippedPositionsByReason(...place, reasons))
        found.add(position);
    }
    return found;
  }
}
