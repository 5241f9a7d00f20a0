import { Type } from "typebox";
import {
  HistoryPage,
  HistoryQuery,
  InviteAnswer,
  NewUser,
  Relink,
  type User,
  UserAnswer,
  UserChange,
  UserListQuery,
  UserPage,
} from "../../contract/directory.ts";
import { formatId } from "../../contract/ids.ts";
import { PAGE_LIMIT } from "../../contract/paging.ts";
import { withDefaults } from "../../contract/settings.ts";
import { listUsers, readUser } from "../../db/queries/read-users.ts";
import { readWorkspace } from "../../db/queries/workspaces.ts";
import type { Actor } from "../../engine/actor.ts";
import { eraseUser } from "../../engine/directory/erase-user.ts";
import { inviteUser } from "../../engine/directory/invite-user.ts";
import { relinkUser, unlinkUser } from "../../engine/directory/link-user.ts";
import { listHistory } from "../../engine/directory/list-history.ts";
import { deleteUser, restoreUser } from "../../engine/directory/remove-user.ts";
import { renderUser } from "../../engine/directory/render-user.ts";
import {
  activateUser,
  deactivateUser,
  reactivateUser,
} from "../../engine/directory/user-access.ts";
import { UserOrder } from "../../engine/directory/user-order.ts";
import { createUser, updateUser } from "../../engine/directory/write-user.ts";
import { notFound } from "../../engine/engine-error.ts";
import { invitationLink } from "../../engine/invitation-token.ts";
import type { RoutePlugin } from "../app.ts";
import { publicOrigin } from "../public-origin.ts";
import { readId } from "../read-id.ts";
import { readUserFilter } from "../read-user-filter.ts";
import {
  readHistoryCursor,
  readNameCursor,
  writeHistoryCursor,
  writeRowCursor,
} from "../row-cursor.ts";

const UserParams = Type.Object({ id: Type.String({ description: "Id of the user (usr_…)." }) });
const tags = ["Users"];
const reading = { access: "read" } as const;
const writing = { access: "read_write" } as const;

/** Users of the directory, read and managed by hand (http contract, "Directory"). */
export const userRoutes: RoutePlugin = (app, { database, config, reports }) => {
  const order = new UserOrder(database);
  const userId = (params: { id: string }) => readId("user", params.id, "user");

  async function answerUser(actor: Actor, id: number): Promise<{ user: User }> {
    const row = await readUser(database, actor.workspaceId, id);
    if (row === null) throw notFound("user");
    return { user: renderUser(row, await readUndoWindow(actor)) };
  }

  async function readUndoWindow({ workspaceId }: Actor): Promise<number> {
    return withDefaults((await readWorkspace(database, workspaceId)).settings).undoWindowDays;
  }

  app.get(
    "/api/v1/users",
    {
      config: reading,
      schema: {
        summary: "List users by name",
        tags,
        querystring: UserListQuery,
        response: { 200: UserPage },
      },
    },
    async ({ actor, query }) => {
      const limit = query.limit ?? PAGE_LIMIT.default;
      const filter = readUserFilter(query);
      const undoWindow = await readUndoWindow(actor);
      if (query.offset !== undefined) {
        const window = { offset: query.offset, limit };
        const { rows, total } = await order.readWindow(actor.workspaceId, filter, window);
        return { items: rows.map((row) => renderUser(row, undoWindow)), total, nextCursor: null };
      }
      const rows = await listUsers(
        database,
        actor.workspaceId,
        filter,
        readNameCursor(query.cursor),
        limit + 1,
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => renderUser(row, undoWindow)),
        nextCursor:
          rows.length > limit && last !== undefined
            ? writeRowCursor([last.sort_name, last.id])
            : null,
      };
    },
  );

  app.get(
    "/api/v1/users/:id",
    {
      config: reading,
      schema: { summary: "Read a user", tags, params: UserParams, response: { 200: UserAnswer } },
    },
    async ({ actor, params }) => answerUser(actor, userId(params)),
  );

  app.get(
    "/api/v1/users/:id/history",
    {
      config: reading,
      schema: {
        summary: "What happened to a user, over all syncs and by hand, newest first",
        tags,
        params: UserParams,
        querystring: HistoryQuery,
        response: { 200: HistoryPage },
      },
    },
    async ({ actor, params, query }) => {
      const id = userId(params);
      await answerUser(actor, id);
      const { items, next } = await listHistory(
        reports,
        actor.workspaceId,
        { type: "user", id },
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
    "/api/v1/users",
    {
      config: writing,
      schema: { summary: "Add a user", tags, body: NewUser, response: { 201: UserAnswer } },
    },
    async ({ actor, body }, reply) => {
      const id = await createUser(database, actor, body);
      reply.code(201).header("location", `/api/v1/users/${formatId("user", id)}`);
      return answerUser(actor, id);
    },
  );

  app.patch(
    "/api/v1/users/:id",
    {
      config: writing,
      schema: {
        summary: "Change a user",
        description:
          "A deleted user can only have values unlocked, and nothing else in the same call.",
        tags,
        params: UserParams,
        body: UserChange,
        response: { 200: UserAnswer },
      },
    },
    async ({ actor, params, body }) => {
      await updateUser(database, actor, userId(params), body);
      return answerUser(actor, userId(params));
    },
  );

  app.post(
    "/api/v1/users/:id/invite",
    {
      config: writing,
      schema: {
        summary: "Invite a user, or remind one; answers the link",
        description:
          "The link is valid for 7 days and works once. A new one takes the place of the one before.",
        tags,
        params: UserParams,
        querystring: Type.Object(
          {
            mail: Type.Optional(
              Type.Boolean({
                default: true,
                description: "Send the invitation by mail too, where a mail server is configured.",
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: InviteAnswer },
      },
    },
    async (request) => {
      const { actor, params, query } = request;
      const mail = config.smtpUrl !== undefined && query.mail !== false;
      const { token, expiresAt } = await inviteUser(database, actor, userId(params), { mail });
      return {
        ...(await answerUser(actor, userId(params))),
        link: invitationLink(publicOrigin(config, request), token),
        expiresAt: expiresAt.toISOString(),
      };
    },
  );

  app.post(
    "/api/v1/users/:id/relink",
    {
      config: writing,
      schema: {
        summary: "Say by which id the active source knows a user",
        tags,
        params: UserParams,
        body: Relink,
        response: { 200: UserAnswer },
      },
    },
    async ({ actor, params, body }) => {
      await relinkUser(database, actor, userId(params), body.externalId);
      return answerUser(actor, userId(params));
    },
  );

  /** The calls that take nothing but the user. */
  const actions = [
    ["activate", "Report that the person accepted", activateUser],
    ["deactivate", "Take a user's access away", deactivateUser],
    ["reactivate", "Give a deactivated user the access back", reactivateUser],
    ["restore", "Undo a deletion within the undo window", restoreUser],
    ["unlink", "End a source's claim on a user", unlinkUser],
    ["erase", "Blank a person everywhere, for good", eraseUser],
  ] as const;
  for (const [name, summary, act] of actions) {
    app.post(
      `/api/v1/users/:id/${name}`,
      {
        config: writing,
        schema: { summary, tags, params: UserParams, response: { 200: UserAnswer } },
      },
      async ({ actor, params }) => {
        await act(database, actor, userId(params));
        return answerUser(actor, userId(params));
      },
    );
  }

  app.delete(
    "/api/v1/users/:id",
    {
      config: writing,
      schema: {
        summary: "Delete a user",
        description: "The user can be restored until restorableUntil; then the person is erased.",
        tags,
        params: UserParams,
        response: { 200: UserAnswer },
      },
    },
    async ({ actor, params }) => {
      await deleteUser(database, actor, userId(params));
      return answerUser(actor, userId(params));
    },
  );
};
