import { randomUUID } from "node:crypto";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from "fastify";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import { ReportReader } from "../engine/report/report-reader.ts";
import { RequestRecorder } from "../engine/request-recorder.ts";
import { readVersion } from "../version.ts";
import { checkRoute } from "./access.ts";
import { authenticate } from "./authenticate.ts";
import { answerError, sendProblem } from "./errors.ts";
import { logRequests, quietRequests } from "./logging.ts";
import { MethodTable } from "./methods-at.ts";
import { registerOpenApi } from "./openapi.ts";
import { type CallLimit, RATE_LIMITS, type RateLimits, registerRateLimits } from "./rate-limits.ts";
import { recordRequests } from "./record-requests.ts";
import { registerRoutes } from "./routes/index.ts";
import { measureRequests } from "./routes/metrics.ts";
import { compileValidator } from "./schema-validation.ts";
import { registerSecurityHeaders } from "./security-headers.ts";
import { createSignIn, type SignIn } from "./sign-in.ts";
import { trustProxy } from "./trusted-proxy.ts";
import { registerWebFiles } from "./web-files.ts";

/** The HTTP application: a Fastify instance whose routes take their types from TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface AppDependencies {
  database: Database;
  config: Config;
  /** Where to log; silent without. */
  logger?: FastifyBaseLogger;
  /** Folder of the built pages; without, only the API is served. */
  webDir?: string;
  /** Other limits than the usual, for tests. */
  limits?: Partial<RateLimits>;
}

/** What routes are given: the dependencies, and what the application has made of them. */
export interface RouteDependencies extends AppDependencies {
  signIn: SignIn;
  /** One for all, so that calls on one report share what is kept of it. */
  reports: ReportReader;
  /** Keeps the calls of API keys; flush it to read the newest. */
  requests: RequestRecorder;
  /** For routes that take a password or a one-time link. */
  signInLimit: CallLimit;
}

/** Registers the routes of one file. */
export type RoutePlugin = (app: App, deps: RouteDependencies) => void | Promise<void>;

/** The largest body of a call that is no upload; upload routes set their own. */
const BODY_LIMIT = 256 * 1024;

/** Builds the application, ready to `listen` or, in tests, to `inject`. */
export async function buildApp(deps: AppDependencies): Promise<App> {
  const app: App = Fastify({
    ...(deps.logger === undefined ? {} : { loggerInstance: deps.logger }),
    logController: quietRequests,
    trustProxy: trustProxy(deps.config.publicUrl),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    frameworkErrors: answerError,
    return503OnClosing: true,
    forceCloseConnections: "idle",
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(compileValidator);
  app.setErrorHandler(answerError);
  decorateActor(app);
  takeEmptyJson(app);
  logRequests(app);
  measureRequests(app);
  const requests = new RequestRecorder(deps.database, app.log);
  recordRequests(app, requests);

  const methods = new MethodTable();
  app.addHook("onRoute", (route) => {
    checkRoute(route);
    if (route.url !== "/*") methods.add(route.method, route.url);
  });
  await registerSecurityHeaders(app, deps.config.publicUrl);
  await registerOpenApi(app, readVersion(), deps.config.productName);
  const limits = { ...RATE_LIMITS, ...deps.limits };
  const { failedKeys, signIn: signInLimit } = await registerRateLimits(app, limits);
  const signIn = createSignIn(deps.database, deps.config);
  const { publicUrl, secret } = deps.config;
  const gate = { database: deps.database, publicUrl, secret, signIn, failedKeys };
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!request.is404) await authenticate(request, reply, gate);
  });
  app.setNotFoundHandler((request, reply) => {
    const allowed = methods.at(request.url.split("?")[0] ?? "");
    if (allowed.length === 0) {
      return sendProblem(reply, {
        status: 404,
        code: "not_found",
        detail: "There is nothing at this address.",
      });
    }
    reply.header("allow", allowed.join(", "));
    const detail = `This address takes ${allowed.join(", ")}, not ${request.method}.`;
    return sendProblem(reply, { status: 405, code: "method_not_allowed", detail });
  });

  await registerRoutes(app, {
    ...deps,
    ...{ signIn, signInLimit, requests, reports: new ReportReader(deps.database) },
  });
  if (deps.webDir !== undefined) await registerWebFiles(app, deps.webDir);
  await app.ready();
  return app;
}

function decorateActor(app: App): void {
  app.decorateRequest("knownActor", null);
  app.decorateRequest("sessionId", null);
  app.decorateRequest("actor", {
    getter() {
      if (this.knownActor === null) throw new Error("A public route has no actor.");
      return this.knownActor;
    },
  });
}

/** JSON and nothing else by default; an empty body with a JSON type is no body (clients send that with DELETE). */
function takeEmptyJson(app: App): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null, undefined);
    else parseJson(request, body.toString(), done);
  });
}
