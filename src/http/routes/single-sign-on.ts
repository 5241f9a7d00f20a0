import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { SignInOptions } from "../../contract/single-sign-on.ts";
import type { SsoRefusal } from "../../contract/sso-refusals.ts";
import { findFirstWorkspace, hasAnyAdmin } from "../../db/queries/accounts.ts";
import { EngineError } from "../../engine/engine-error.ts";
import { admitIdentity } from "../../engine/single-sign-on.ts";
import type { RoutePlugin } from "../app.ts";
import { createSingleSignOn, SsoRefusedError } from "../single-sign-on.ts";
import {
  readSsoTicket,
  SSO_TICKET_SECONDS,
  safeReturnPath,
  writeSsoTicket,
} from "../sso-ticket.ts";

const PATH = "/api/auth/sso";
const COOKIE = "muster.sso";
const tags = ["Sign-in"];
const open = { access: "public" } as const;
const Redirect = { 303: Type.Null({ description: "To where it goes on." }) };

/** Sign-in at an OpenID Connect provider, where one is configured; and what the sign-in page has to know. */
export const singleSignOnRoutes: RoutePlugin = (app, { database, config, signIn, signInLimit }) => {
  const origin = config.publicUrl ?? "";
  const sso =
    config.oidc === null ? null : createSingleSignOn(config.oidc, `${origin}${PATH}/callback`);
  const attributes = `Path=${PATH}; HttpOnly; SameSite=Lax${origin.startsWith("https:") ? "; Secure" : ""}`;

  app.get(
    "/api/auth/options",
    {
      config: open,
      schema: { summary: "How one can sign in", tags, response: { 200: SignInOptions } },
    },
    async () => ({
      productName: config.productName,
      setUpNeeded: !(await hasAnyAdmin(database)),
      hasWorkspace: (await findFirstWorkspace(database)) !== null,
      singleSignOn:
        config.oidc === null ? null : { label: config.oidc.label, path: `${PATH}/start` },
    }),
  );

  app.get(
    `${PATH}/start`,
    {
      config: open,
      schema: {
        summary: "Sign in with the configured provider (for a link, not for scripts)",
        description:
          "Sends the browser to the provider, and from there to returnTo, signed in; or, refused, to " +
          "/sign-in?refused=…&returnTo=…. 404 where no provider is configured.",
        tags,
        querystring: Type.Object(
          {
            returnTo: Type.Optional(
              Type.String({ maxLength: 2000, description: "A path of this server." }),
            ),
          },
          { additionalProperties: false },
        ),
        response: Redirect,
      },
    },
    async (request, reply) => {
      const returnTo = safeReturnPath(request.query.returnTo);
      return answer(request, reply, returnTo, async () => {
        const { url, ticket } = await requireSso(sso).begin(returnTo);
        const value = writeSsoTicket(config.secret, ticket, Date.now());
        reply.header(
          "set-cookie",
          `${COOKIE}=${value}; Max-Age=${SSO_TICKET_SECONDS}; ${attributes}`,
        );
        return url.href;
      });
    },
  );

  app.get(
    `${PATH}/callback`,
    {
      config: open,
      onRequest: (request) => signInLimit.count(request),
      schema: {
        summary: "Where the provider sends people back to",
        tags,
        // A provider may send more than this asks for.
        querystring: Type.Object({}, { additionalProperties: true }),
        response: Redirect,
      },
    },
    async (request, reply) => {
      const ticket = readSsoTicket(config.secret, cookieOf(request), Date.now());
      // Used once, whatever comes of it.
      reply.header("set-cookie", `${COOKIE}=; Max-Age=0; ${attributes}`);
      return answer(request, reply, ticket?.returnTo ?? "/", async () => {
        const provider = requireSso(sso);
        if (ticket === null) throw new SsoRefusedError("sso_interrupted");
        const search = request.url.slice(request.url.indexOf("?"));
        const identity = await provider.finish(search, ticket);
        const caller = { ip: request.ip, requestId: request.id };
        const admitted = await admitIdentity(database, identity, caller);
        if ("refusal" in admitted) throw new SsoRefusedError(admitted.refusal);
        await signIn.startSession(request, reply, admitted.accountId);
        return ticket.returnTo;
      });
    },
  );
};

function requireSso<T>(sso: T | null): T {
  if (sso !== null) return sso;
  throw new EngineError(404, "not_found", "No single sign-on is configured here.");
}

/** Sends the browser to where `work` says, or a refused person back to the sign-in page. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  returnTo: string,
  work: () => Promise<string>,
): Promise<FastifyReply> {
  try {
    return reply.redirect(await work(), 303);
  } catch (error) {
    if (!(error instanceof SsoRefusedError)) throw error;
    // The cause may hold what the provider says of the person: only its code is logged.
    const { code = null } = (error.cause ?? {}) as { code?: unknown };
    request.log.warn({ refusal: error.refusal, code }, "single sign-on refused");
    return reply.redirect(signInPage(error.refusal, returnTo), 303);
  }
}

function signInPage(refused: SsoRefusal, returnTo: string): string {
  const query = new URLSearchParams({ refused, ...(returnTo === "/" ? {} : { return: returnTo }) });
  return `/sign-in?${query}`;
}

function cookieOf(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}
