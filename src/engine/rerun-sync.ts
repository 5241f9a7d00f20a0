import { withDefaults } from "../contract/settings.ts";
import type { Hold } from "../contract/sync.ts";
import { type Database, withTransaction } from "../db/database.ts";
import { lockWorkspace } from "../db/queries/workspaces.ts";
import { lockRepeatedSync, readActiveSource } from "../db/queries/write-syncs.ts";
import type { Actor } from "./actor.ts";
import { EngineError, notFound } from "./engine-error.ts";
import { requireScope } from "./permission.ts";
import { addSync, requirePush } from "./start-sync.ts";
import { announceWork } from "./work-signal.ts";

/** Runs a sync's stored input again; answers the new sync's id. */
export async function rerunSync(
  database: Database,
  actor: Actor,
  wanted: { rerunOf: number; dryRun: boolean },
): Promise<number> {
  requireScope(actor, "push");
  const { workspaceId } = actor;
  const syncId = await withTransaction(database, async (transaction) => {
    const workspace = await lockWorkspace(transaction, workspaceId);
    const repeated = await lockRepeatedSync(transaction, workspaceId, wanted.rerunOf);
    if (repeated === null) throw notFound("sync");
    const source = requirePush(await readActiveSource(transaction, workspaceId));
    const { input_id: inputId, accepted_at: acceptedAt, mode, form } = repeated;
    if (source.id !== repeated.source_id) {
      throw new EngineError(
        409,
        "source_inactive",
        `Sync #${repeated.number} came from a data source that is not active any more.`,
      );
    }
    if (inputId === null || acceptedAt === null || repeated.input_expired) {
      throw new EngineError(
        409,
        "input_expired",
        `The input of sync #${repeated.number} is kept no longer. Push it again.`,
      );
    }
    const hold: Hold = { reason: "older_input", date: acceptedAt.toISOString() };
    return addSync(transaction, actor, {
      ...{ sourceId: source.id, inputId, mode, form, dryRun: wanted.dryRun, rerunOf: repeated.id },
      settings: {
        ...withDefaults(workspace.settings),
        // Known now, told once it does wait: a preview does not. Older data than what was accepted last always waits (domain rules, section 11, "Runs").
        ...(repeated.is_older ? { forceHold: hold } : {}),
      },
    });
  });
  announceWork();
  return syncId;
}

/** A new run without an input to repeat: only a source that can be read can be asked for one. */
export async function refuseNewRun(database: Database, actor: Actor): Promise<never> {
  requireScope(actor, "push");
  const source = await readActiveSource(database, actor.workspaceId);
  if (source?.kind === "push") {
    throw new EngineError(
      409,
      "push_source",
      "The active data source is API push: its data comes in when it is pushed. Push again with " +
        'POST /api/v1/provisioning/csv or /json, or run a stored input again with {"rerunOf": "…"}.',
    );
  }
  throw new EngineError(409, "source_not_readable", "The active data source cannot be read.");
}
