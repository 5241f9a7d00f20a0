import { Type } from "typebox";
import { Admin, AdminRole, NewAdmin } from "../../contract/account.ts";
import { orNull } from "../../contract/values.ts";
import { type AdminRow, listAdmins } from "../../db/queries/accounts.ts";
import { addAdmin, changeAdminRole, removeAdmin, renewAdminLink } from "../../engine/admins.ts";
import type { RoutePlugin } from "../app.ts";

const tags = ["Admins"];
const params = Type.Object({ id: Type.String() });
const Link = Type.String({
  description: "Path of a one-time link to set a password with; give it to the person.",
});

/** The people who may sign in to this workspace. Only an admin may change who they are, never a key. */
export const adminRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/admins",
    {
      config: { access: "read" },
      schema: {
        summary: "List the people who may sign in",
        tags,
        response: { 200: Type.Object({ items: Type.Array(Admin), nextCursor: Type.Null() }) },
      },
    },
    async (request) => {
      const rows = await listAdmins(database, request.actor.workspaceId);
      return { items: rows.map(render), nextCursor: null };
    },
  );

  app.post(
    "/api/v1/admins",
    {
      config: { access: "admin" },
      schema: {
        summary: "Let a person sign in",
        description:
          "link is null for somebody who has an account already, from another workspace.",
        tags,
        body: NewAdmin,
        response: { 201: Type.Object({ admin: Admin, link: orNull(Link) }) },
      },
    },
    async (request, reply) => {
      const { admin, link } = await addAdmin(database, request.actor, request.body);
      return reply.code(201).send({ admin: render(admin), link: link?.path ?? null });
    },
  );

  app.post(
    "/api/v1/admins/:id/link",
    {
      config: { access: "admin" },
      schema: {
        summary: "Make a new link for somebody who has not set a password yet",
        tags,
        params,
        response: { 201: Type.Object({ link: Link }) },
      },
    },
    async (request, reply) => {
      const { path } = await renewAdminLink(database, request.actor, request.params.id);
      return reply.code(201).send({ link: path });
    },
  );

  app.patch(
    "/api/v1/admins/:id",
    {
      config: { access: "admin" },
      schema: {
        summary: "Change what a person may do",
        tags,
        params,
        body: Type.Object({ role: AdminRole }, { additionalProperties: false }),
        response: { 200: Admin },
      },
    },
    async (request) =>
      render(await changeAdminRole(database, request.actor, request.params.id, request.body.role)),
  );

  app.delete(
    "/api/v1/admins/:id",
    {
      config: { access: "admin" },
      schema: {
        summary: "Take a person's access away",
        tags,
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await removeAdmin(database, request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
};

function render(row: AdminRow) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    hasPassword: row.has_password,
    createdAt: row.created_at.toISOString(),
  };
}
