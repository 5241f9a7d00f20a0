import { Type } from "typebox";
import { Me, MeChange, Session } from "../../contract/account.ts";
import { formatId } from "../../contract/ids.ts";
import { DEFAULT_PREFERENCES } from "../../contract/preferences.ts";
import { findAccount, listWorkspacesOf } from "../../db/queries/accounts.ts";
import { readPreferences } from "../../db/queries/preferences.ts";
import { chooseWorkspace, listSessions } from "../../db/queries/sign-in.ts";
import { readWorkspace } from "../../db/queries/workspaces.ts";
import { requireAccount } from "../../engine/accounts.ts";
import type { Actor } from "../../engine/actor.ts";
import { notFound } from "../../engine/engine-error.ts";
import { changePreferences } from "../../engine/preferences.ts";
import { endSession } from "../../engine/sessions.ts";
import type { RoutePlugin } from "../app.ts";
import { readId } from "../read-id.ts";

const tags = ["Sign-in"];
const mine = { access: "read" } as const;

/** Who one is, one's sessions, and which workspace one looks at. */
export const meRoutes: RoutePlugin = (app, { database, config }) => {
  async function describe(actor: Actor): Promise<Me> {
    const workspace = await readWorkspace(database, actor.workspaceId);
    const own = { id: formatId("workspace", workspace.id), name: workspace.name };
    const account = actor.kind === "account" ? await findAccount(database, actor.id ?? "") : null;
    const all = account === null ? [] : await listWorkspacesOf(database, account.id);
    return {
      kind: account === null ? "api_key" : "account",
      id: actor.id ?? "",
      name: actor.name,
      email: account?.email ?? null,
      scope: actor.scope,
      workspace: own,
      workspaces:
        account === null
          ? [own]
          : all.map(({ id, name }) => ({ id: formatId("workspace", id), name })),
      productName: config.productName,
      preferences: {
        ...DEFAULT_PREFERENCES,
        ...(account === null ? {} : await readPreferences(database, account.id)),
      },
    };
  }

  app.get(
    "/api/v1/me",
    {
      config: { ...mine, alsoPush: true },
      schema: { summary: "Who calls", tags, response: { 200: Me } },
    },
    (request) => describe(request.actor),
  );

  app.patch(
    "/api/v1/me",
    {
      config: mine,
      schema: {
        summary: "Look at another of one's workspaces, or change one's preferences",
        description:
          "Only the keys given change. Preferences go with the account, in every workspace.",
        tags,
        body: MeChange,
        response: { 200: Me },
      },
    },
    async (request) => {
      const accountId = requireAccount(request.actor);
      const { workspaceId, preferences } = request.body;
      const wanted =
        workspaceId === undefined ? null : readId("workspace", workspaceId, "workspace");
      const all = await listWorkspacesOf(database, accountId);
      const found = wanted === null ? null : all.find(({ id }) => id === wanted);
      if (found === undefined) throw notFound("workspace");
      if (preferences !== undefined) await changePreferences(database, accountId, preferences);
      if (found === null) return describe(request.actor);
      await chooseWorkspace(database, request.sessionId ?? "", found.id);
      const scope = found.role === "admin" ? "admin" : "read";
      return describe({ ...request.actor, workspaceId: found.id, scope });
    },
  );

  app.get(
    "/api/v1/me/sessions",
    {
      config: mine,
      schema: {
        summary: "One's open sessions",
        tags,
        response: { 200: Type.Object({ items: Type.Array(Session), nextCursor: Type.Null() }) },
      },
    },
    async (request) => {
      const rows = await listSessions(database, requireAccount(request.actor));
      const items = rows.map((row) => ({
        id: row.id,
        current: row.id === request.sessionId,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.updated_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        ip: row.ip_address === "" ? null : row.ip_address,
        userAgent: row.user_agent === "" ? null : row.user_agent,
      }));
      return { items, nextCursor: null };
    },
  );

  app.delete(
    "/api/v1/me/sessions/:id",
    {
      config: mine,
      schema: {
        summary: "End one of one's sessions",
        tags,
        params: Type.Object({ id: Type.String() }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await endSession(database, request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
};
