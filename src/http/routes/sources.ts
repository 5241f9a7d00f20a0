import { Type } from "typebox";
import { formatId } from "../../contract/ids.ts";
import { Source } from "../../contract/source.ts";
import { listSources } from "../../db/queries/list-sources.ts";
import type { RoutePlugin } from "../app.ts";

/** Where the data of a workspace comes from. */
export const sourceRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/sources",
    {
      config: { access: "read" },
      schema: {
        summary: "List data sources, the active one first",
        tags: ["Workspace"],
        response: { 200: Type.Object({ items: Type.Array(Source), nextCursor: Type.Null() }) },
      },
    },
    async ({ actor }) => {
      const rows = await listSources(database, actor.workspaceId);
      return {
        items: rows.map(({ id, ...source }) => ({ id: formatId("source", id), ...source })),
        nextCursor: null,
      };
    },
  );
};
