import { Readable } from "node:stream";
import { type Static, Type } from "typebox";
import { AuditEntry, auditFilters, auditLanguage } from "../../contract/audit.ts";
import { PAGE_LIMIT, pageOf, pageQuery } from "../../contract/paging.ts";
import { type AuditFilter, readAudit } from "../../db/queries/read-audit.ts";
import { downloadAudit, renderAudit } from "../../engine/report/download-audit.ts";
import type { RoutePlugin } from "../app.ts";
import { readSearch } from "../read-search.ts";
import { readCursor, readTexts, readTime, writeCursor } from "../read-values.ts";

const tags = ["Audit"];
const config = { access: "read" } as const;
const AuditQuery = Type.Object(
  { ...auditFilters, lang: auditLanguage },
  { additionalProperties: false },
);

/** Who did what, when, from where. */
export const auditRoutes: RoutePlugin = (app, { database, config: { productName } }) => {
  const wordingOf = (language: "en" | "fr" | undefined) => ({
    language: language ?? "en",
    product: productName,
  });

  app.get(
    "/api/v1/audit",
    {
      config,
      schema: {
        summary: "Read the audit log, newest first",
        tags,
        querystring: Type.Object(
          { ...auditFilters, ...pageQuery, lang: auditLanguage },
          { additionalProperties: false },
        ),
        response: { 200: pageOf(AuditEntry) },
      },
    },
    async ({ actor, query }) => {
      const limit = query.limit ?? PAGE_LIMIT.default;
      const page = { beforeId: readCursor(query.cursor), limit: limit + 1 };
      const rows = await readAudit(database, actor.workspaceId, readFilter(query), page);
      const shown = rows.slice(0, limit);
      return {
        items: shown.map((row) => renderAudit(row, wordingOf(query.lang))),
        nextCursor: rows.length > limit ? writeCursor(shown.at(-1)!.id) : null,
      };
    },
  );

  app.get(
    "/api/v1/audit.csv",
    {
      config,
      exposeHeadRoute: false,
      schema: {
        summary: "Download the audit log as CSV, whole or filtered",
        tags,
        querystring: AuditQuery,
      },
    },
    async ({ actor, query }, reply) => {
      const wording = wordingOf(query.lang);
      const chunks = await downloadAudit(database, actor, readFilter(query), wording);
      const day = new Date().toISOString().slice(0, 10);
      reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="audit-${day}.csv"`)
        .header("cache-control", "no-store");
      return reply.send(Readable.from(chunks, { objectMode: false }));
    },
  );
};

function readFilter(query: Static<typeof AuditQuery>): AuditFilter {
  const { from, to, action, actor, target, targetType } = query;
  return {
    ...{ actor: readSearch(actor) ?? undefined, target: readSearch(target) ?? undefined },
    ...{ action: readTexts(action), targetType: readTexts(targetType) },
    ...{ from: readTime("from", from), to: readTime("to", to, "end") },
  };
}
