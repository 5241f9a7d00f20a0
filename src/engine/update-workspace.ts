import { formatId } from "../contract/ids.ts";
import type { WorkspacePatch } from "../contract/workspace.ts";
import { type Database, withTransaction } from "../db/database.ts";
import { lockWorkspace, updateWorkspaceRow, type WorkspaceRow } from "../db/queries/workspaces.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { changedValues } from "./changed-values.ts";
import { checkTimeZone } from "./check-time-zone.ts";
import { EngineError } from "./engine-error.ts";
import { requireScope } from "./permission.ts";

/** Changes what is given of the workspace, and nothing else. Answers the whole. */
export async function updateWorkspace(
  database: Database,
  actor: Actor,
  patch: WorkspacePatch,
): Promise<WorkspaceRow> {
  requireScope(actor, "read_write");
  return withTransaction(database, async (transaction) => {
    const before = await lockWorkspace(transaction, actor.workspaceId);
    const after: WorkspaceRow = {
      ...before,
      name: patch.name?.trim() ?? before.name,
      seat_limit: patch.seatLimit === undefined ? before.seat_limit : patch.seatLimit,
      products: patch.products?.map(tidy) ?? before.products,
      default_product:
        patch.defaultProduct === undefined
          ? before.default_product
          : patch.defaultProduct && tidy(patch.defaultProduct),
      time_zone: patch.timeZone ?? before.time_zone,
      default_language: patch.defaultLanguage ?? before.default_language,
    };
    checkProducts(after);
    checkTimeZone(after.time_zone, "/timeZone");
    const changes = changedValues(shown(before), shown(after));
    if (changes === null) return after;
    await updateWorkspaceRow(transaction, after);
    await writeAudit(transaction, actor, {
      action: "workspace_updated",
      target: { type: "workspace", id: formatId("workspace", after.id), name: after.name },
      ...changes,
    });
    return after;
  });
}

/** As input is normalised (domain rules, section 3), so that a product in a file finds its name here. */
function tidy(name: string): string {
  return name.trim().normalize("NFC");
}

function checkProducts(workspace: WorkspaceRow): void {
  const folded = workspace.products.map((product) => product.toLowerCase());
  const twice = workspace.products.find((_, index) => folded.indexOf(folded[index]!) !== index);
  if (twice !== undefined) throw invalid("/products", `names "${twice}" twice`);
  const { default_product } = workspace;
  if (default_product !== null && !workspace.products.includes(default_product)) {
    throw invalid(
      "/defaultProduct",
      `must be one of the products, or null; "${default_product}" is none of them`,
    );
  }
}

function invalid(pointer: string, message: string): EngineError {
  return new EngineError(422, "invalid_request", `${pointer.slice(1)} ${message}.`, [
    { pointer, message },
  ]);
}

/** The row as the contract names it, for the audit log. */
function shown(row: WorkspaceRow): Record<string, unknown> {
  return {
    name: row.name,
    seatLimit: row.seat_limit,
    products: row.products,
    defaultProduct: row.default_product,
    timeZone: row.time_zone,
    defaultLanguage: row.default_language,
  };
}
