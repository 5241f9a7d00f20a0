import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { PasswordByLink, PasswordChange, SetUp, SignIn } from "../../contract/account.ts";
import { findFirstWorkspace, hasAnyAdmin } from "../../db/queries/accounts.ts";
import { changePassword, requireAccount, setPasswordByLink } from "../../engine/accounts.ts";
import { setUp } from "../../engine/set-up.ts";
import { attemptSignIn } from "../../engine/sign-in-attempts.ts";
import type { RoutePlugin } from "../app.ts";

const tags = ["Sign-in"];
const NoContent = Type.Null({ description: "Done." });

/** Passwords in, session cookies out (domain rules, section 11, "Keys and people"). */
export const signInRoutes: RoutePlugin = (app, { database, config, signIn, signInLimit }) => {
  const limited = { onRequest: (request: FastifyRequest) => signInLimit.count(request) };
  const open = { config: { access: "public" }, ...limited } as const;

  app.post(
    "/api/auth/sign-in",
    {
      ...open,
      schema: { summary: "Sign in", tags, body: SignIn, response: { 204: NoContent } },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const caller = { ip: request.ip, requestId: request.id };
      await attemptSignIn(database, email, caller, () =>
        signIn.signIn(request, reply, email, password),
      );
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/auth/sign-out",
    {
      config: { access: "public" },
      schema: { summary: "Sign out", tags, response: { 204: NoContent } },
    },
    async (request, reply) => {
      await signIn.signOut(request, reply);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/auth/change-password",
    {
      config: { access: "read" },
      ...limited,
      schema: {
        summary: "Change one's own password",
        description: "Every other session of the account ends.",
        tags,
        body: PasswordChange,
        response: { 204: NoContent },
      },
    },
    async (request, reply) => {
      requireAccount(request.actor);
      await changePassword(database, request.actor, request.sessionId ?? "", request.body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/auth/set-password",
    {
      ...open,
      schema: {
        summary: "Set a password by a one-time link",
        description: "The link is /set-password#token=…; every session of the account ends.",
        tags,
        body: PasswordByLink,
        response: { 204: NoContent },
      },
    },
    async (request, reply) => {
      const caller = { ip: request.ip, requestId: request.id };
      await setPasswordByLink(database, request.body.token, request.body.password, caller);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/v1/setup",
    {
      config: { access: "public" },
      schema: {
        summary: "Whether the first admin is still to be made",
        tags,
        response: { 200: Type.Object({ needed: Type.Boolean(), hasWorkspace: Type.Boolean() }) },
      },
    },
    async () => ({
      needed: !(await hasAnyAdmin(database)),
      hasWorkspace: (await findFirstWorkspace(database)) !== null,
    }),
  );

  app.post(
    "/api/v1/setup",
    {
      ...open,
      schema: {
        summary: "Make the first admin by the one-time set-up link",
        description:
          "The link, /setup#token=…, is printed at start. Answers with a session cookie.",
        tags,
        body: SetUp,
        response: { 204: NoContent },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const caller = { ip: request.ip, requestId: request.id };
      await setUp(database, request.body, config.productName, caller);
      await signIn.signIn(request, reply, email, password);
      return reply.code(204).send(null);
    },
  );
};
