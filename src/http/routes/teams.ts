import { Type } from "typebox";
import {
  HistoryPage,
  HistoryQuery,
  NewTeam,
  PageQuery,
  PlaceChange,
  type Team,
  TeamAnswer,
  TeamChange,
  TeamListQuery,
  TeamMemberPage,
  TeamPage,
} from "../../contract/directory.ts";
import { formatId, parseId } from "../../contract/ids.ts";
import { PAGE_LIMIT } from "../../contract/paging.ts";
import { listTeamMembers, listTeams, readTeam } from "../../db/queries/read-teams.ts";
import type { Actor } from "../../engine/actor.ts";
import { listHistory } from "../../engine/directory/list-history.ts";
import { placeUser } from "../../engine/directory/place-user.ts";
import { renderTeam, renderTeamMember } from "../../engine/directory/render-team.ts";
import { createTeam, deleteTeam, updateTeam } from "../../engine/directory/write-team.ts";
import { notFound } from "../../engine/engine-error.ts";
import type { RoutePlugin } from "../app.ts";
import { readId } from "../read-id.ts";
import { readSearch } from "../read-search.ts";
import { invalidQuery } from "../read-values.ts";
import {
  readHistoryCursor,
  readNameCursor,
  writeHistoryCursor,
  writeRowCursor,
} from "../row-cursor.ts";

const TeamParams = Type.Object({ id: Type.String({ description: "Id of the team (team_…)." }) });
const PlaceParams = Type.Object({
  id: Type.String({ description: "Id of the team (team_…)." }),
  userId: Type.String({ description: "Id of the user (usr_…)." }),
});
const tags = ["Teams"];
const reading = { access: "read" } as const;
const writing = { access: "read_write" } as const;

/** Teams of the directory, read and managed by hand (http contract, "Directory"). */
export const teamRoutes: RoutePlugin = (app, { database, config, reports }) => {
  const teamId = (params: { id: string }) => readId("team", params.id, "team");

  async function answerTeam(actor: Actor, id: number): Promise<{ team: Team }> {
    const row = await readTeam(database, actor.workspaceId, id);
    if (row === null) throw notFound("team");
    return { team: renderTeam(row) };
  }

  app.get(
    "/api/v1/teams",
    {
      config: reading,
      schema: {
        summary: "List teams by name",
        tags,
        querystring: TeamListQuery,
        response: { 200: TeamPage },
      },
    },
    async ({ actor, query }) => {
      const limit = query.limit ?? PAGE_LIMIT.default;
      const filter = {
        q: readSearch(query.q),
        parentId: readParent(query.parent),
        linked: query.linked ?? null,
        empty: query.empty ?? null,
      };
      const rows = await listTeams(
        database,
        actor.workspaceId,
        filter,
        readNameCursor(query.cursor),
        limit + 1,
      );
      const last = rows.at(limit - 1);
      return {
        items: rows.slice(0, limit).map(renderTeam),
        nextCursor:
          rows.length > limit && last !== undefined
            ? writeRowCursor([last.sort_name, last.id])
            : null,
      };
    },
  );

  app.get(
    "/api/v1/teams/:id",
    {
      config: reading,
      schema: { summary: "Read a team", tags, params: TeamParams, response: { 200: TeamAnswer } },
    },
    async ({ actor, params }) => answerTeam(actor, teamId(params)),
  );

  app.get(
    "/api/v1/teams/:id/members",
    {
      config: reading,
      schema: {
        summary: "List a team's members and managers by name",
        tags,
        params: TeamParams,
        querystring: PageQuery,
        response: { 200: TeamMemberPage },
      },
    },
    async ({ actor, params, query }) => {
      const id = teamId(params);
      await answerTeam(actor, id);
      const limit = query.limit ?? PAGE_LIMIT.default;
      const rows = await listTeamMembers(
        database,
        actor.workspaceId,
        id,
        readNameCursor(query.cursor),
        limit + 1,
      );
      const last = rows.at(limit - 1);
      return {
        items: rows.slice(0, limit).map(renderTeamMember),
        nextCursor:
          rows.length > limit && last !== undefined
            ? writeRowCursor([last.sort_name, last.id])
            : null,
      };
    },
  );

  app.get(
    "/api/v1/teams/:id/history",
    {
      config: reading,
      schema: {
        summary: "What happened to a team, over all syncs and by hand, newest first",
        tags,
        params: TeamParams,
        querystring: HistoryQuery,
        response: { 200: HistoryPage },
      },
    },
    async ({ actor, params, query }) => {
      const id = teamId(params);
      await answerTeam(actor, id);
      const { items, next } = await listHistory(
        reports,
        actor.workspaceId,
        { type: "team", id },
        {
          after: readHistoryCursor(query.cursor),
          limit: query.limit ?? PAGE_LIMIT.default,
          language: query.lang ?? "en",
          product: config.productName,
        },
      );
      return { items, nextCursor: next === null ? null : writeHistoryCursor(next) };
    },
  );

  app.post(
    "/api/v1/teams",
    {
      config: writing,
      schema: { summary: "Add a team", tags, body: NewTeam, response: { 201: TeamAnswer } },
    },
    async ({ actor, body }, reply) => {
      const id = await createTeam(database, actor, body);
      reply.code(201).header("location", `/api/v1/teams/${formatId("team", id)}`);
      return answerTeam(actor, id);
    },
  );

  app.patch(
    "/api/v1/teams/:id",
    {
      config: writing,
      schema: {
        summary: "Rename or move a team",
        tags,
        params: TeamParams,
        body: TeamChange,
        response: { 200: TeamAnswer },
      },
    },
    async ({ actor, params, body }) => {
      await updateTeam(database, actor, teamId(params), body);
      return answerTeam(actor, teamId(params));
    },
  );

  app.delete(
    "/api/v1/teams/:id",
    {
      config: writing,
      schema: {
        summary: "Delete a team",
        description: "Its members stay, its subteams stand alone.",
        tags,
        params: TeamParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ actor, params }, reply) => {
      await deleteTeam(database, actor, teamId(params));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/v1/teams/:id/members/:userId",
    {
      config: writing,
      schema: {
        summary: "Set a user's place in a team",
        description: "A flag that is not given stays as it is; with both false the place ends.",
        tags,
        params: PlaceParams,
        body: PlaceChange,
        response: { 200: TeamAnswer },
      },
    },
    async ({ actor, params, body }) => {
      await placeUser(database, actor, teamId(params), readId("user", params.userId, "user"), body);
      return answerTeam(actor, teamId(params));
    },
  );

  app.delete(
    "/api/v1/teams/:id/members/:userId",
    {
      config: writing,
      schema: {
        summary: "End a user's place in a team",
        tags,
        params: PlaceParams,
        response: { 200: TeamAnswer },
      },
    },
    async ({ actor, params }) => {
      const userId = readId("user", params.userId, "user");
      await placeUser(database, actor, teamId(params), userId, {
        isMember: false,
        isManager: false,
      });
      return answerTeam(actor, teamId(params));
    },
  );
};

function readParent(text: string | undefined): number | "none" | null {
  if (text === undefined || text === "none") return text ?? null;
  const id = parseId("team", text);
  if (id === null) throw invalidQuery("parent", 'must be the id of a team, or "none"');
  return id;
}
