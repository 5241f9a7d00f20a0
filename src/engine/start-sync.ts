import type { InputReader } from "../connectors/push/input-reader.ts";
import type { SyncMode } from "../contract/catalogue.ts";
import { formatId } from "../contract/ids.ts";
import { withDefaults } from "../contract/settings.ts";
import { checkDeclaredCounts, type DeclaredCounts } from "../core/input/declared-counts.ts";
import type { InputBatch } from "../core/input/rows.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import { lockWorkspace, readWorkspace } from "../db/queries/workspaces.ts";
import { acceptInput } from "../db/queries/write-inputs.ts";
import {
  type ActiveSource,
  insertSync,
  type NewSync,
  readActiveSource,
} from "../db/queries/write-syncs.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { ContentDigest } from "./content-digest.ts";
import { EngineError } from "./engine-error.ts";
import { claimKey, type KeyedUpload } from "./idempotency.ts";
import { requireScope } from "./permission.ts";
import { discardInput, openReader, type StoredInput, storeInput } from "./store-input.ts";
import { announceWork } from "./work-signal.ts";

/** A push, its body still to be read. */
export interface Push {
  form: "csv" | "json";
  mode: SyncMode;
  dryRun: boolean;
  idempotencyKey: string | null;
  maxBytes: number;
  maxRows?: number;
  /** Reads the body to its end; every part's bytes go through the digest. */
  read(reader: InputReader, digest: ContentDigest): AsyncIterable<InputBatch>;
  /** How many rows the sender says there are; asked for when the body has been read, since parts may say it. */
  declared(): DeclaredCounts;
}

/**
 * Takes a push: reads and stores its body, and then in one transaction makes the sync (domain rules, section 11,
 * "Runs"). Before that nothing exists. Answers the sync's id; the same one for a push repeated under its key.
 */
export async function startSync(database: Database, actor: Actor, push: Push): Promise<number> {
  requireScope(actor, "push");
  if (push.idempotencyKey === null) return storeAndAccept(database, actor, push, null);
  const claim = await claimKey(database, actor.workspaceId, push.idempotencyKey);
  if ("made" in claim) {
    const digest = await digestOnly(database, actor, push);
    if (digest !== claim.made.digest) throw keyReused();
    return claim.made.syncId;
  }
  try {
    return await storeAndAccept(database, actor, push, claim.upload);
  } finally {
    await claim.upload.end();
  }
}

async function storeAndAccept(
  database: Database,
  actor: Actor,
  push: Push,
  upload: KeyedUpload | null,
): Promise<number> {
  const { workspaceId } = actor;
  const source = requirePush(await readActiveSource(database, workspaceId));
  const { settings } = await readWorkspace(database, workspaceId);
  const digest = new ContentDigest();
  const stored = await storeInput(database, {
    ...{ workspaceId, sourceId: source.id, form: push.form },
    keepDays: withDefaults(settings).inputRetentionDays,
    ...{ maxBytes: push.maxBytes, maxRows: push.maxRows },
    read: (reader) => push.read(reader, digest),
  });
  try {
    const syncId = await withTransaction(database, (transaction) =>
      accept(transaction, actor, push, source, stored, finish(digest, push), upload),
    );
    announceWork();
    return syncId;
  } catch (error) {
    await discardInput(database, workspaceId, stored.inputId);
    throw error;
  }
}

async function accept(
  transaction: Queryable,
  actor: Actor,
  push: Push,
  source: ActiveSource,
  { inputId, summary }: StoredInput,
  digest: string,
  upload: KeyedUpload | null,
): Promise<number> {
  const { workspaceId } = actor;
  const workspace = await lockWorkspace(transaction, workspaceId);
  const active = requirePush(await readActiveSource(transaction, workspaceId));
  if (active.id !== source.id) throw sourceInactive(active);
  checkDeclaredCounts(summary, push.declared());
  await acceptInput(transaction, workspaceId, inputId, { digest, summary });
  const sync = await addSync(transaction, actor, {
    ...{ sourceId: source.id, inputId, mode: push.mode, dryRun: push.dryRun, form: push.form },
    ...{ rerunOf: null, settings: withDefaults(workspace.settings) },
  });
  await upload?.settle(transaction, { digest, syncId: sync });
  return sync;
}

/** Adds the sync, started by the actor, and its audit row. */
export async function addSync(
  transaction: Queryable,
  actor: Actor,
  wanted: Omit<NewSync, "workspaceId" | "triggerKind" | "triggerActor">,
): Promise<number> {
  const { id, number } = await insertSync(transaction, {
    ...wanted,
    ...{ workspaceId: actor.workspaceId, triggerKind: actor.kind, triggerActor: actor.name },
  });
  await writeAudit(transaction, actor, {
    action: "sync_started",
    target: { type: "sync", id: formatId("sync", id), name: `#${number}` },
    after: { mode: wanted.mode, dryRun: wanted.dryRun, form: wanted.form },
  });
  return id;
}

/** Throws 409 unless API push is the active source (domain rules, section 11, "Identity"). */
export function requirePush(source: ActiveSource | null): ActiveSource {
  if (source?.kind !== "push") throw sourceInactive(source);
  return source;
}

function sourceInactive(active: ActiveSource | null): EngineError {
  const now = active === null ? "No data source is active." : `"${active.name}" is active instead.`;
  return new EngineError(
    409,
    "source_inactive",
    `API push is not the active data source of this workspace. ${now} Make API push active, then push again.`,
  );
}

/** Reads a body for its digest alone. */
async function digestOnly(database: Database, actor: Actor, push: Push): Promise<string> {
  const digest = new ContentDigest();
  const reader = await openReader(database, actor.workspaceId, push.maxBytes);
  for await (const _ of push.read(reader, digest));
  return finish(digest, push);
}

function finish(digest: ContentDigest, push: Push): string {
  return digest.finish({ form: push.form, mode: push.mode, dryRun: push.dryRun });
}

function keyReused(): EngineError {
  return new EngineError(
    422,
    "idempotency_key_reused",
    "This Idempotency-Key was used for a push with other content or options. Use a new key for each push.",
  );
}
