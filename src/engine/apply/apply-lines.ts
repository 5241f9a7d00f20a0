import { findRingMembers } from "../../core/plan/find-ring-members.ts";
import {
  addManagers,
  assignManagers,
  hasManagerMoves,
  readManagerLines,
  skipUnfitManagers,
  takeManagersBack,
} from "../../db/queries/apply-managers.ts";
import {
  addSubteams,
  readParentLines,
  skipUnfitSubteams,
  takeSubteamsBack,
} from "../../db/queries/apply-subteams.ts";
import type { BatchRun } from "./batch-run.ts";

/** Applies a batch of assignments of Direct Managers; answers how many did not fit. */
export async function applyManagers({ transaction, batch, seeksLoops }: BatchRun): Promise<number> {
  const skipped = await skipUnfitManagers(transaction, batch);
  const { workspaceId, syncId } = batch;
  const isFirst =
    batch.isUndisturbed && !(await hasManagerMoves(transaction, workspaceId, syncId, batch));
  await (isFirst ? addManagers(transaction, batch) : assignManagers(transaction, batch));
  if (!seeksLoops && skipped === 0) return 0;
  return (
    skipped +
    (await openLoops(
      () => readManagerLines(transaction, batch),
      (ring) => takeManagersBack(transaction, batch, ring),
    ))
  );
}

/** Applies a batch of nestings; answers how many did not fit. */
export async function applySubteams({ transaction, batch, seeksLoops }: BatchRun): Promise<number> {
  const skipped = await skipUnfitSubteams(transaction, batch);
  await addSubteams(transaction, batch);
  if (!seeksLoops && skipped === 0) return 0;
  return (
    skipped +
    (await openLoops(
      () => readParentLines(transaction, batch),
      (ring) => takeSubteamsBack(transaction, batch, ring),
    ))
  );
}

/**
 * Takes back every assignment on a loop. Putting the present line back may close another loop, so it goes on until
 * none is left (domain rules, section 11, "Managers and loops"); each round skips at least one update or is the last.
 */
async function openLoops(
  readLines: () => Promise<{ id: number; above: number }[]>,
  takeBack: (ring: number[]) => Promise<number>,
): Promise<number> {
  let skipped = 0;
  for (;;) {
    const ring = findRingMembers(await readLines());
    const taken = ring.length === 0 ? 0 : await takeBack(ring);
    if (taken === 0) return skipped;
    skipped += taken;
  }
}
