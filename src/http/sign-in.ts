import { betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import { readSessionWorkspace } from "../db/queries/sign-in.ts";
import type { Actor } from "../engine/actor.ts";
import { hashPassword, verifyPassword } from "../engine/passwords.ts";

const DAY_SECONDS = 24 * 3600;
/** How our address of the caller reaches the library, which reads it from a header only. */
const IP_HEADER = "x-muster-caller";

/** Sessions and passwords, kept by better-auth; the rest of Muster sees only this. */
export interface SignIn {
  /** Checks a password and starts a session. Answers whether it was right; the cookie is set on the reply. */
  signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    email: string,
    password: string,
  ): Promise<boolean>;
  /** Starts a session for somebody whom a provider has proven; the cookie is set on the reply. */
  startSession(request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<void>;
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Who the session cookie of a request stands for; prolongs the session. */
  readSession(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null>;
}

/** Starts the sign-in library on our tables. */
export function createSignIn(database: Database, config: Config): SignIn {
  const auth = startLibrary(database, config);

  return {
    async signIn(request, reply, email, password) {
      const answer = await auth.api.signInEmail({
        body: { email, password },
        headers: toHeaders(request),
        asResponse: true,
      });
      if (answer.status === 401 || answer.status === 400) return false;
      if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status}.`);
      passCookies(answer.headers, reply);
      return true;
    },

    async startSession(request, reply, accountId) {
      const { headers } = await auth.api.startSession({
        body: { accountId },
        headers: toHeaders(request),
        returnHeaders: true,
      });
      passCookies(headers, reply);
    },

    async signOut(request, reply) {
      const { headers } = await auth.api.signOut({
        headers: toHeaders(request),
        returnHeaders: true,
      });
      passCookies(headers, reply);
    },

    async readSession(request, reply) {
      if (request.headers.cookie?.includes("muster.session_token") !== true) return null;
      const answer = await auth.api.getSession({
        headers: toHeaders(request),
        returnHeaders: true,
      });
      passCookies(answer.headers, reply);
      if (answer.response === null) return null;
      const { session, user } = answer.response;
      const place = await readSessionWorkspace(database, session.id);
      if (place === null) return null;
      request.sessionId = session.id;
      return {
        workspaceId: place.workspace_id,
        kind: "account",
        id: user.id,
        name: user.name,
        scope: place.role === "admin" ? "admin" : "read",
        ip: request.ip,
        requestId: request.id,
      };
    },
  };
}

const STARTING = {
  method: "POST",
  metadata: { $Infer: { body: {} as { accountId: string } } },
} as const;

/** Lets the library start a session without a password. Its calls are ours alone: none of them is served. */
const sessionStarter = {
  id: "muster-session-starter",
  endpoints: {
    startSession: createAuthEndpoint("/start-session", STARTING, async (context) => {
      const { accountId } = context.body;
      const { internalAdapter } = context.context;
      const user = await internalAdapter.findUserById(accountId);
      const session = user === null ? null : await internalAdapter.createSession(accountId);
      if (user === null || session === null) throw new Error("The account is gone.");
      await setSessionCookie(context, { session, user });
    }),
  },
} as const;

function startLibrary(database: Database, config: Config) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    database: database.pool,
    secret: config.secret,
    baseURL: config.publicUrl ?? "http://127.0.0.1",
    basePath: "/api/auth",
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Ours counts failures in the database, which all processes share (engine/sign-in-attempts.ts).
    rateLimit: { enabled: false },
    plugins: [sessionStarter],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 1000,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    user: { modelName: "auth_users", fields: { ...times, emailVerified: "email_verified" } },
    session: {
      modelName: "auth_sessions",
      fields: {
        ...times,
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
      // A week without a visit ends a session; every hour of use prolongs it.
      expiresIn: 7 * DAY_SECONDS,
      updateAge: 3600,
    },
    account: {
      modelName: "auth_accounts",
      fields: {
        ...times,
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: {
      modelName: "auth_verifications",
      fields: { ...times, expiresAt: "expires_at" },
    },
    advanced: {
      cookiePrefix: "muster",
      useSecureCookies: config.publicUrl?.startsWith("https:") === true,
      ipAddress: { ipAddressHeaders: [IP_HEADER] },
      database: { validateSchema: false },
    },
  });
}

/** Only what the library needs of a request's headers. */
function toHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({ [IP_HEADER]: request.ip });
  if (request.headers.cookie !== undefined) headers.set("cookie", request.headers.cookie);
  const agent = request.headers["user-agent"];
  if (agent !== undefined) headers.set("user-agent", agent.slice(0, 500));
  return headers;
}

function passCookies(from: Headers, reply: FastifyReply): void {
  for (const cookie of from.getSetCookie()) reply.header("set-cookie", cookie);
}
