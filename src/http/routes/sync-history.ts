import { formatId } from "../../contract/ids.ts";
import { PAGE_LIMIT } from "../../contract/paging.ts";
import {
  SyncFacetQuery,
  SyncFacets,
  SyncListQuery,
  SyncPage,
  Trend,
  TrendQuery,
} from "../../contract/report-queries.ts";
import { countSyncFacets, type SyncFacetRow } from "../../db/queries/read-sync-facets.ts";
import { listSyncs } from "../../db/queries/read-syncs.ts";
import { readTrend } from "../../engine/report/read-trend.ts";
import { renderSyncs } from "../../engine/report/render-sync.ts";
import type { RoutePlugin } from "../app.ts";
import { readSyncFilter } from "../read-sync-filter.ts";
import { readCursor, readTime, writeCursor } from "../read-values.ts";

/** Reading syncs is also open to keys that may only push (domain rules, section 11). */
const config = { access: "read", alsoPush: true } as const;
const tags = ["Syncs"];
const TREND_MS = 30 * 24 * 3600 * 1000;

/** The history of syncs (http contract, "Provisioning"). */
export const syncHistoryRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/syncs",
    {
      config,
      schema: {
        summary: "List syncs, newest first",
        tags,
        querystring: SyncListQuery,
        response: { 200: SyncPage },
      },
    },
    async ({ actor, query }) => {
      const limit = query.limit ?? PAGE_LIMIT.default;
      const rows = await listSyncs(
        database,
        actor.workspaceId,
        readSyncFilter(query),
        readCursor(query.cursor),
        limit + 1,
      );
      const page = rows.slice(0, limit);
      return {
        items: await renderSyncs(database, actor.workspaceId, page),
        nextCursor: rows.length > limit ? writeCursor(page.at(-1)!.number) : null,
      };
    },
  );

  app.get(
    "/api/v1/syncs/facets",
    {
      config,
      schema: {
        summary: "Count syncs by badge, source and starter",
        description: "Each value is counted under the other filters: what choosing it would show.",
        tags,
        querystring: SyncFacetQuery,
        response: { 200: SyncFacets },
      },
    },
    async ({ actor, query }) =>
      renderFacets(await countSyncFacets(database, actor.workspaceId, readSyncFilter(query))),
  );

  app.get(
    "/api/v1/syncs/trend",
    {
      config,
      schema: {
        summary: "What the syncs of the last 30 days came to, one by one",
        tags,
        querystring: TrendQuery,
        response: { 200: Trend },
      },
    },
    async ({ actor, query }) => {
      const before = readTime("to", query.to, "end") ?? new Date();
      const from = readTime("from", query.from) ?? new Date(before.getTime() - TREND_MS);
      return readTrend(database, actor.workspaceId, { from, before });
    },
  );
};

function renderFacets(rows: readonly SyncFacetRow[]): SyncFacets {
  const of = (facet: SyncFacetRow["facet"]) =>
    rows.filter((row) => row.facet === facet).sort((a, b) => b.count - a.count);
  return {
    total: of("total")[0]?.count ?? 0,
    badge: Object.fromEntries(of("badge").map(({ value, count }) => [value, count])),
    source: of("source").map(({ source_id, kind, value, count }) => ({
      id: formatId("source", source_id!),
      kind: kind ?? "",
      name: value ?? "",
      count,
    })),
    actor: of("actor").map(({ kind, value, count }) => ({
      kind: kind ?? "",
      name: value ?? "",
      count,
    })),
  };
}
