import { Type } from "typebox";
import { AuditEntry, auditFilters } from "../../contract/audit.ts";
import { formatId } from "../../contract/ids.ts";
import { PAGE_LIMIT, pageOf, pageQuery } from "../../contract/paging.ts";
import { type AuditRow, readAudit } from "../../db/queries/read-audit.ts";
import type { RoutePlugin } from "../app.ts";
import { readCursor, readTexts, readTime, writeCursor } from "../read-values.ts";

/** Who did what, when, from where. */
export const auditRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/audit",
    {
      config: { access: "read" },
      schema: {
        summary: "Read the audit log, newest first",
        tags: ["Audit"],
        querystring: Type.Object(
          { ...auditFilters, ...pageQuery },
          { additionalProperties: false },
        ),
        response: { 200: pageOf(AuditEntry) },
      },
    },
    async (request) => {
      const { limit = PAGE_LIMIT.default, cursor, from, to, action, actor, target } = request.query;
      const filter = {
        ...{ actor, target, action: readTexts(action) },
        ...{ from: readTime("from", from), to: readTime("to", to, "end") },
      };
      const page = { beforeId: readCursor(cursor), limit: limit + 1 };
      const rows = await readAudit(database, request.actor.workspaceId, filter, page);
      const shown = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? writeCursor(shown.at(-1)!.id) : null;
      return { items: shown.map(render), nextCursor };
    },
  );
};

function render(row: AuditRow): AuditEntry {
  const { target_type: type, target_id: id, target_name: name } = row;
  return {
    id: formatId("audit", row.id),
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    target: type === null ? null : { type, id, name },
    before: row.before,
    after: row.after,
    ip: row.ip,
    requestId: row.request_id,
  };
}
