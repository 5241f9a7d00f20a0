import { Type } from "typebox";
import { UserFacetQuery, UserFacets } from "../../contract/directory.ts";
import {
  OpenIssues,
  ParentTeams,
  ReportingLine,
  UserOrigins,
} from "../../contract/directory-facts.ts";
import { formatId } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";
import { readParentChain } from "../../db/queries/check-directory.ts";
import { countUserFacets } from "../../db/queries/count-users.ts";
import { readUserOrigins } from "../../db/queries/read-origins.ts";
import { readSuperiors } from "../../db/queries/read-reporting-line.ts";
import { readTeam } from "../../db/queries/read-teams.ts";
import { readUser } from "../../db/queries/read-users.ts";
import type { Actor } from "../../engine/actor.ts";
import { listOpenIssues } from "../../engine/directory/list-open-issues.ts";
import { notFound } from "../../engine/engine-error.ts";
import type { RoutePlugin } from "../app.ts";
import { readId } from "../read-id.ts";
import { readUserFilter } from "../read-user-filter.ts";

const UserParams = Type.Object({ id: Type.String({ description: "Id of the user (usr_…)." }) });
const TeamParams = Type.Object({ id: Type.String({ description: "Id of the team (team_…)." }) });
const LanguageQuery = Type.Object(
  { lang: Type.Optional(Type.Enum([...LANGUAGES], { default: "en" })) },
  { additionalProperties: false },
);
const reading = { access: "read" } as const;

/** What is known of users and teams besides their values: counts, lines upwards, origins, open issues. */
export const directoryFactRoutes: RoutePlugin = (app, { database, config, reports }) => {
  async function findUser({ workspaceId }: Actor, params: { id: string }): Promise<number> {
    const id = readId("user", params.id, "user");
    if ((await readUser(database, workspaceId, id)) === null) throw notFound("user");
    return id;
  }

  async function findTeam({ workspaceId }: Actor, params: { id: string }): Promise<number> {
    const id = readId("team", params.id, "team");
    if ((await readTeam(database, workspaceId, id)) === null) throw notFound("team");
    return id;
  }

  app.get(
    "/api/v1/users/facets",
    {
      config: reading,
      schema: {
        summary: "How many users each value of each filter would show",
        tags: ["Users"],
        querystring: UserFacetQuery,
        response: { 200: UserFacets },
      },
    },
    async ({ actor, query }) => {
      const rows = await countUserFacets(database, actor.workspaceId, readUserFilter(query));
      const countsOf = (facet: string) =>
        Object.fromEntries(
          rows.flatMap((row) => (row.facet === facet ? [[row.value ?? "", row.count]] : [])),
        );
      const linked = countsOf("linked");
      return {
        total: rows.find((row) => row.facet === "total")?.count ?? 0,
        status: countsOf("status"),
        role: countsOf("role"),
        linked: { yes: linked.true ?? 0, no: linked.false ?? 0 },
      };
    },
  );

  app.get(
    "/api/v1/users/:id/origins",
    {
      config: reading,
      schema: {
        summary: "Who last changed each value of a user: which sync, or which person",
        tags: ["Users"],
        params: UserParams,
        response: { 200: UserOrigins },
      },
    },
    async ({ actor, params }) => {
      const id = await findUser(actor, params);
      const user = { id, key: formatId("user", id) };
      const rows = await readUserOrigins(database, actor.workspaceId, user);
      return {
        origins: Object.fromEntries(
          rows.map(({ property, by, name, at, sync_id: syncId, sync_number: number }) => [
            property,
            {
              ...{ by, name, at: at.toISOString() },
              sync:
                syncId === null || number === null
                  ? null
                  : { id: formatId("sync", syncId), number },
            },
          ]),
        ),
      };
    },
  );

  app.get(
    "/api/v1/users/:id/reporting-line",
    {
      config: reading,
      schema: {
        summary: "Whom a user reports to, up to the top",
        tags: ["Users"],
        params: UserParams,
        response: { 200: ReportingLine },
      },
    },
    async ({ actor, params }) => {
      const id = await findUser(actor, params);
      const rows = await readSuperiors(database, actor.workspaceId, id);
      return {
        managers: rows.map(({ id: managerId, name, job_title: jobTitle, state: status }) => ({
          ...{ id: formatId("user", managerId), name, jobTitle, status },
        })),
      };
    },
  );

  app.get(
    "/api/v1/users/:id/issues",
    {
      config: reading,
      schema: {
        summary: "What the newest finished sync could not do about a user",
        tags: ["Users"],
        params: UserParams,
        querystring: LanguageQuery,
        response: { 200: OpenIssues },
      },
    },
    async ({ actor, params, query }) => {
      const id = await findUser(actor, params);
      return listOpenIssues(reports, actor.workspaceId, { type: "user", id }, wording(query));
    },
  );

  app.get(
    "/api/v1/teams/:id/issues",
    {
      config: reading,
      schema: {
        summary: "What the newest finished sync could not do about a team",
        tags: ["Teams"],
        params: TeamParams,
        querystring: LanguageQuery,
        response: { 200: OpenIssues },
      },
    },
    async ({ actor, params, query }) => {
      const id = await findTeam(actor, params);
      return listOpenIssues(reports, actor.workspaceId, { type: "team", id }, wording(query));
    },
  );

  app.get(
    "/api/v1/teams/:id/parents",
    {
      config: reading,
      schema: {
        summary: "The teams that a team stands under, up to the top",
        tags: ["Teams"],
        params: TeamParams,
        response: { 200: ParentTeams },
      },
    },
    async ({ actor, params }) => {
      const id = await findTeam(actor, params);
      const [, ...parents] = await readParentChain(database, actor.workspaceId, id);
      return { items: parents.map((team) => ({ id: formatId("team", team.id), name: team.name })) };
    },
  );

  function wording(query: { lang?: (typeof LANGUAGES)[number] }) {
    return { language: query.lang ?? "en", product: config.productName } as const;
  }
};
