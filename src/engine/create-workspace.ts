import { DEFAULT_PROPERTIES } from "../contract/default-properties.ts";
import { formatId } from "../contract/ids.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import { insertProperties, insertSource, insertWorkspace } from "../db/queries/create-workspace.ts";
import { type Actor, systemActor } from "./actor.ts";
import { letIn } from "./admins.ts";
import { writeAudit } from "./audit.ts";
import type { OneTimeLink } from "./one-time-links.ts";

export interface NewWorkspace {
  name: string;
  /** The one product a workspace starts with: the deployment's product name. */
  product: string;
}

export interface CreatedWorkspace {
  id: number;
  /** The source "API push", active in a new workspace (domain rules, section 11). */
  sourceId: number;
}

/** Makes a workspace with its default properties and with API push as the active source. */
export async function createWorkspace(
  database: Database,
  workspace: NewWorkspace,
): Promise<CreatedWorkspace> {
  return withTransaction(database, (transaction) => addWorkspace(transaction, workspace));
}

/** The same within a transaction, for set-up that makes more than the workspace. */
export async function addWorkspace(
  transaction: Queryable,
  workspace: NewWorkspace,
  actorOf: (workspaceId: number) => Actor = systemActor,
): Promise<CreatedWorkspace> {
  const id = await insertWorkspace(transaction, workspace.name, workspace.product);
  await insertProperties(
    transaction,
    id,
    DEFAULT_PROPERTIES.map(({ key, type, labels }) => ({ key, type, label: labels.en })),
  );
  const sourceId = await insertSource(transaction, id, {
    kind: "push",
    name: "API push",
    active: true,
  });
  await writeAudit(transaction, actorOf(id), {
    action: "workspace_created",
    target: { type: "workspace", id: formatId("workspace", id), name: workspace.name },
  });
  return { id, sourceId };
}

/** A workspace made on the host, and its admin when one is named: `link` sets the password of a new account. */
export async function createWorkspaceWithAdmin(
  database: Database,
  wanted: NewWorkspace & { adminEmail: string | null },
): Promise<CreatedWorkspace & { link: OneTimeLink | null }> {
  return withTransaction(database, async (transaction) => {
    const workspace = await addWorkspace(transaction, wanted);
    if (wanted.adminEmail === null) return { ...workspace, link: null };
    const admin = {
      name: wanted.adminEmail.split("@")[0]!,
      email: wanted.adminEmail,
      role: "admin" as const,
    };
    const { link } = await letIn(transaction, systemActor(workspace.id), admin);
    return { ...workspace, link };
  });
}
