import type { Queryable } from "../db/database.ts";

/** A worker's claim on a run: while it holds, nobody else takes the run up (domain rules, section 9). */
export interface Lease {
  workspaceId: number;
  syncId: number;
  /** The claim's own name: a worker that claims a run twice has two. */
  owner: string;
}

/** How long a claim holds from each batch on that is applied. */
export const BATCH_LEASE_SECONDS = 60;

/** The claim on a run is gone: it ran out, or another worker has taken the run up. Nothing more may be written for it. */
export class LeaseLostError extends Error {
  constructor(lease: Lease) {
    super(`The claim ${lease.owner} on sync ${lease.syncId} is gone.`);
    this.name = "LeaseLostError";
  }
}

/** Locks the sync until the transaction ends. Throws {@link LeaseLostError} when the claim is gone. */
export async function requireLease(transaction: Queryable, lease: Lease): Promise<void> {
  const { rowCount } = await transaction.query(
    "select from syncs where workspace_id = $1 and id = $2 and lease_owner = $3 for no key update",
    [lease.workspaceId, lease.syncId, lease.owner],
  );
  if (rowCount !== 1) throw new LeaseLostError(lease);
}
