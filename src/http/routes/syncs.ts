import { Readable } from "node:stream";
import { Type } from "typebox";
import { PAGE_LIMIT } from "../../contract/paging.ts";
import {
  DownloadQuery,
  EntryListQuery,
  EntryPage,
  FacetQuery,
  Facets,
  LanguageQuery,
  SyncAnswer,
} from "../../contract/report-queries.ts";
import { SyncActivity } from "../../contract/sync-activity.ts";
import { countFacets } from "../../core/report/select-entries.ts";
import { downloadReport } from "../../engine/report/download-report.ts";
import { readActivity } from "../../engine/report/read-activity.ts";
import { readPage } from "../../engine/report/read-page.ts";
import { renderSyncs } from "../../engine/report/render-sync.ts";
import { SyncWatch } from "../../engine/report/sync-watch.ts";
import type { RoutePlugin } from "../app.ts";
import { findSync } from "../find-sync.ts";
import { readFilter } from "../read-report-filter.ts";
import { invalidQuery, readCursor, writeCursor } from "../read-values.ts";
import { streamSyncEvents } from "../stream-sync-events.ts";

const SyncParams = Type.Object({
  id: Type.String({ description: "Id (syn_…) or number of the sync." }),
});
/** Reading syncs is also open to keys that may only push (domain rules, section 11). */
const config = { access: "read", alsoPush: true } as const;
const tags = ["Syncs"];

/** Syncs one by one, and their reports (http contract, "Provisioning"). */
export const syncRoutes: RoutePlugin = (app, deps) => {
  const {
    database,
    reports,
    config: { productName },
  } = deps;
  const watch = new SyncWatch(database);
  app.addHook("preClose", async () => watch.close());

  app.get(
    "/api/v1/syncs/:id",
    {
      config,
      schema: { summary: "Read a sync", tags, params: SyncParams, response: { 200: SyncAnswer } },
    },
    async ({ actor, params }) => {
      const row = await findSync(database, actor, params.id);
      const [sync] = await renderSyncs(database, actor.workspaceId, [row]);
      return { sync: sync! };
    },
  );

  app.get(
    "/api/v1/syncs/:id/entries",
    {
      config,
      schema: {
        summary: "List the entries of a report",
        description:
          "In report order. Empty until the plan is ready; then all entries appear at once.",
        tags,
        params: SyncParams,
        querystring: EntryListQuery,
        response: { 200: EntryPage },
      },
    },
    async ({ actor, params, query }) => {
      if (query.offset !== undefined && query.cursor !== undefined) {
        throw invalidQuery("offset", "does not go with cursor");
      }
      const filter = readFilter(query);
      const after = readCursor(query.cursor);
      const report = await reports.open(await findSync(database, actor, params.id));
      const page = await readPage(reports, report, filter, {
        language: query.lang ?? "en",
        product: productName,
        limit: query.limit ?? PAGE_LIMIT.default,
        ...(query.offset === undefined ? {} : { offset: query.offset }),
        ...(after === null ? {} : { after }),
      });
      return {
        items: page.items,
        total: page.total,
        nextCursor: page.next === null ? null : writeCursor(page.next),
      };
    },
  );

  app.get(
    "/api/v1/syncs/:id/facets",
    {
      config,
      schema: {
        summary: "Count the entries of a report by kind, subject, type and outcome",
        description: "Each value is counted under the other filters: what choosing it would show.",
        tags,
        params: SyncParams,
        querystring: FacetQuery,
        response: { 200: Facets },
      },
    },
    async ({ actor, params, query }) => {
      const filter = readFilter(query);
      const report = await reports.open(await findSync(database, actor, params.id));
      return countFacets(report.outline, filter, await reports.mark(report, filter));
    },
  );

  app.get(
    "/api/v1/syncs/:id/activity",
    {
      config: { access: "read" },
      schema: {
        summary: "What people did with a sync, and the settings it ran under",
        tags,
        params: SyncParams,
        querystring: LanguageQuery,
        response: { 200: SyncActivity },
      },
    },
    async ({ actor, params, query }) =>
      readActivity(database, await findSync(database, actor, params.id), {
        language: query.lang ?? "en",
        product: productName,
      }),
  );

  app.get(
    "/api/v1/syncs/:id/report.csv",
    {
      config,
      exposeHeadRoute: false,
      schema: {
        summary: "Download a report as CSV",
        description:
          "UTF-8 with BOM, one line per changed property. Refused with sync_pending while the sync is still " +
          "processing; while it waits for approval the plan can be downloaded.",
        tags,
        params: SyncParams,
        querystring: DownloadQuery,
      },
    },
    async ({ actor, params, query }, reply) => {
      const filter = query.filtered === true ? readFilter(query) : null;
      const sync = await findSync(database, actor, params.id);
      const download = await downloadReport(reports, actor, sync, filter, {
        language: query.lang ?? "en",
        product: productName,
      });
      reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${download.fileName}"`)
        .header("cache-control", "no-store");
      return reply.send(
        Readable.from(download.chunks, { objectMode: false, highWaterMark: 1024 * 1024 }),
      );
    },
  );

  app.get(
    "/api/v1/syncs/:id/events",
    {
      config,
      exposeHeadRoute: false,
      schema: {
        summary: "Follow a sync (server-sent events)",
        description:
          "`phase` when status or phase changes, and first of all; `progress` when only counts do; the data is the " +
          "sync. `alive` comes every 15 seconds. After the last one comes `end` and the connection closes.",
        tags,
        params: SyncParams,
      },
    },
    async ({ actor, params }, reply) => {
      const { id } = await findSync(database, actor, params.id);
      reply
        .type("text/event-stream; charset=utf-8")
        .header("cache-control", "no-store")
        .header("x-accel-buffering", "no");
      return reply.send(streamSyncEvents(watch, actor.workspaceId, id));
    },
  );
};
