import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import {
  acceptInvitationLink,
  type OpenedInvitation,
  openInvitation,
} from "../../engine/directory/invite-user.ts";
import type { RoutePlugin } from "../app.ts";
import { INVITATION_STYLE, writeInvitationPage } from "../invitation-page.ts";

const Params = Type.Object({ token: Type.String({ maxLength: 200 }) });
const STYLE_HASH = createHash("sha256").update(INVITATION_STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The public page behind an invitation link: opening shows a button, pressing it activates. */
export const invitationRoutes: RoutePlugin = (app, { database, config, signInLimit }) => {
  const open = {
    config: { access: "public" },
    onRequest: (request: FastifyRequest) => signInLimit.count(request),
  } as const;
  const schema = { params: Params, hide: true };
  // The button sends an empty form.
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, _body, done) => {
      done(null, undefined);
    },
  );

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    invitation: OpenedInvitation,
    accepted: boolean,
  ) {
    const status = invitation.state === "unknown" ? 404 : invitation.state === "open" ? 200 : 410;
    return reply
      .code(status)
      .type("text/html; charset=utf-8")
      .header("content-security-policy", POLICY)
      .header("cache-control", "no-store")
      .header("x-robots-tag", "noindex")
      .send(
        writeInvitationPage({
          acceptLanguage: request.headers["accept-language"] ?? "",
          product: config.productName,
          workspace: invitation.workspaceName,
          state: accepted && invitation.state === "open" ? "accepted" : invitation.state,
        }),
      );
  }

  app.get("/invitations/:token", { ...open, schema }, async (request, reply) => {
    return answer(request, reply, await openInvitation(database, request.params.token), false);
  });

  app.post("/invitations/:token", { ...open, schema }, async (request, reply) => {
    const caller = { ip: request.ip, requestId: request.id };
    return answer(
      request,
      reply,
      await acceptInvitationLink(database, request.params.token, caller),
      true,
    );
  });
};
