import type { Queryable } from "../../db/database.ts";
import type { EntryBatch } from "../../db/queries/apply-batch.ts";

/** One batch at its time: the transaction it is, and what applying asks for beside the entries. */
export interface BatchRun {
  transaction: Queryable;
  batch: EntryBatch;
  seatLimit: number | null;
  /** The plan hands addresses from one user to another. */
  emailHandovers: boolean;
  /** Lines may differ from those that the plan counts on, so that an assignment could close a loop. */
  seeksLoops: boolean;
}
