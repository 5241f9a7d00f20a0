import type { UpdateType } from "../../contract/catalogue.ts";
import { MOST_CHECKED_UPDATES } from "../../contract/sync-impact.ts";
import { STEP_OF } from "../../core/plan/apply-steps.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import { countRange } from "../../core/report/ranges.ts";
import type { Database } from "../../db/database.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";
import { readDirectoryVersions, readUnfitPositions } from "../../db/queries/read-unfit.ts";
import { BoundedCache } from "./bounded-cache.ts";

/** How the plan of a waiting sync stands to the directory as it is now. */
export interface Fitness {
  /** Somebody, or another sync, has changed the directory since the plan was made. */
  moved: boolean;
  /** Positions of updates that do not fit any more; `null` = not counted. */
  unfit: readonly number[] | null;
}

/** What depends on an update of an earlier step falls with it. */
function inOrderOfApplying(
  plan: PlanSummary | null,
): { type: UpdateType; first: number; last: number }[] {
  return (plan?.ranges ?? [])
    .filter(({ kind }) => kind === "update")
    .map(({ type, first, last }) => ({ type: type as UpdateType, first, last }))
    .sort((a, b) => STEP_OF[a.type] - STEP_OF[b.type]);
}

/** Finds what a plan would skip if it were applied now; keeps the answer while nothing changes. */
export class UnfitFinder {
  readonly #database: Database;
  readonly #found = new BoundedCache<readonly number[]>({
    maxBytes: 8 * 1024 * 1024,
    keepMs: 60_000,
  });

  constructor(database: Database) {
    this.#database = database;
  }

  async find(sync: SyncRow): Promise<Fitness> {
    const { workspace_id: workspaceId, id: syncId, source_id: sourceId } = sync;
    const waits = sync.phase === "awaiting_approval";
    const { planned, now } = await readDirectoryVersions(this.#database, workspaceId, syncId);
    if (!waits || planned === now) return { moved: false, unfit: waits ? [] : null };
    const ranges = inOrderOfApplying(sync.plan);
    const updates = ranges.reduce((sum, range) => sum + countRange(range), 0);
    if (updates > MOST_CHECKED_UPDATES) return { moved: true, unfit: null };
    const key = `${workspaceId} ${syncId} ${now}`;
    const known = this.#found.get(key);
    if (known !== undefined) return { moved: true, unfit: known };
    const unfit: number[] = [];
    for (const range of ranges) {
      const place = { workspaceId, syncId, sourceId };
      const found = await readUnfitPositions(this.#database, place, range, unfit);
      for (const position of found) unfit.push(position);
    }
    this.#found.put(key, unfit, 64 + unfit.length * 8);
    return { moved: true, unfit };
  }
}
