import { Type } from "typebox";
import { formatId } from "../../contract/ids.ts";
import { NewSavedView, SavedView, SavedViewChange } from "../../contract/saved-view.ts";
import { listSavedViews, type SavedViewRow } from "../../db/queries/saved-views.ts";
import { requireAccount } from "../../engine/accounts.ts";
import type { Actor } from "../../engine/actor.ts";
import { changeView, deleteView, mayEdit, saveView } from "../../engine/saved-views.ts";
import type { RoutePlugin } from "../app.ts";
import { readId } from "../read-id.ts";
import { readSearch } from "../read-search.ts";

const tags = ["Views"];
/** People only, whatever their role; the engine says who may share. */
const config = { access: "read" } as const;
const params = Type.Object({ id: Type.String() });

/** Views of lists that people keep. */
export const savedViewRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/me/views",
    {
      config,
      schema: {
        summary: "List one's views, and those for everybody",
        tags,
        querystring: Type.Object(
          { page: Type.Optional(Type.String({ maxLength: 40 })) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ items: Type.Array(SavedView), nextCursor: Type.Null() }) },
      },
    },
    async ({ actor, query }) => {
      const account = requireAccount(actor);
      const page = readSearch(query.page);
      const rows = await listSavedViews(database, actor.workspaceId, account, page);
      return { items: rows.map((row) => render(row, actor)), nextCursor: null };
    },
  );

  app.post(
    "/api/v1/me/views",
    {
      config,
      schema: { summary: "Keep a view", tags, body: NewSavedView, response: { 201: SavedView } },
    },
    async ({ actor, body }, reply) =>
      reply.code(201).send(render(await saveView(database, actor, body), actor)),
  );

  app.patch(
    "/api/v1/me/views/:id",
    {
      config,
      schema: {
        summary: "Change a view",
        tags,
        params,
        body: SavedViewChange,
        response: { 200: SavedView },
      },
    },
    async ({ actor, params, body }) =>
      render(await changeView(database, actor, readId("view", params.id, "view"), body), actor),
  );

  app.delete(
    "/api/v1/me/views/:id",
    {
      config,
      schema: { summary: "Delete a view", tags, params, response: { 204: Type.Null() } },
    },
    async ({ actor, params }, reply) => {
      await deleteView(database, actor, readId("view", params.id, "view"));
      return reply.code(204).send(null);
    },
  );
};

function render(row: SavedViewRow, actor: Actor): SavedView {
  return {
    id: formatId("view", row.id),
    page: row.page,
    name: row.name,
    search: row.search,
    shared: row.shared,
    mine: row.account_id !== null && row.account_id === actor.id,
    editable: mayEdit(actor, row),
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
