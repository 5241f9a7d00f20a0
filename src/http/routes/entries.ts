import { Type } from "typebox";
import {
  EntryDetails,
  EntryPlace,
  PositionQuery,
  RevealedRecord,
} from "../../contract/entry-details.ts";
import { LanguageQuery } from "../../contract/report-queries.ts";
import type { Actor } from "../../engine/actor.ts";
import { notFound } from "../../engine/engine-error.ts";
import { findPlace, readEntryDetails, revealRecord } from "../../engine/report/entry-details.ts";
import type { OpenReport } from "../../engine/report/report-reader.ts";
import type { RoutePlugin } from "../app.ts";
import { findSync } from "../find-sync.ts";
import { readFilter } from "../read-report-filter.ts";

const EntryParams = Type.Object({
  id: Type.String({ description: "Id (syn_…) or number of the sync." }),
  seq: Type.String({ description: "Position in the report." }),
});
const tags = ["Syncs"];

/** One entry of a report. */
export const entryRoutes: RoutePlugin = (app, deps) => {
  const {
    database,
    reports,
    config: { productName },
  } = deps;

  async function open(actor: Actor, { id }: { id: string }): Promise<OpenReport> {
    return reports.open(await findSync(database, actor, id));
  }

  app.get(
    "/api/v1/syncs/:id/entries/:seq",
    {
      config: { access: "read" },
      schema: {
        summary: "Read an entry with everything known about it",
        tags,
        params: EntryParams,
        querystring: LanguageQuery,
        response: { 200: EntryDetails },
      },
    },
    async ({ actor, params, query }) =>
      readEntryDetails(reports, await open(actor, params), readSeq(params), {
        language: query.lang ?? "en",
        product: productName,
      }),
  );

  app.get(
    "/api/v1/syncs/:id/entries/:seq/position",
    {
      config: { access: "read", alsoPush: true },
      schema: {
        summary: "Find where an entry stands in a filtered report",
        tags,
        params: EntryParams,
        querystring: PositionQuery,
        response: { 200: EntryPlace },
      },
    },
    async ({ actor, params, query }) => {
      const filter = readFilter(query);
      return findPlace(reports, await open(actor, params), readSeq(params), filter);
    },
  );

  app.post(
    "/api/v1/syncs/:id/entries/:seq/reveal",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Show the row that an entry comes from, sensitive values too",
        description:
          "Who looked stands in the audit log. 409 record_expired once the row is kept no longer.",
        tags,
        params: EntryParams,
        response: { 200: RevealedRecord },
      },
    },
    async ({ actor, params }) => ({
      fields: await revealRecord(reports, actor, await open(actor, params), readSeq(params)),
    }),
  );
};

function readSeq({ seq }: { seq: string }): number {
  if (!/^[1-9]\d{0,8}$/.test(seq)) throw notFound("entry");
  return Number(seq);
}
