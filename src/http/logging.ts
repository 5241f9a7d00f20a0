import { LogController } from "fastify";
import pino, { type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "../config.ts";
import type { App } from "./app.ts";

const EMAIL = /[^\s"'<>(),;:=]+@[^\s"'<>(),;:=]+/g;

/**
 * The log. It holds no personal data: no bodies, no addresses as typed (a query may search a name), no email; errors
 * have the addresses in their text blotted out. It goes to standard error; standard output is for what people asked for.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.password", "*.token", "*.email", "password", "token", "email"],
      serializers: {
        err: describeError,
        error: describeError,
        req: () => undefined,
        res: () => undefined,
      },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}

/** An error with what helps to find its cause, less what it may say about people. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? blot(error) : undefined;
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: blot(error.message),
    stack: blot(error.stack ?? ""),
    ...(typeof code === "string" ? { code } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

function blot(text: string): string {
  return text.replace(EMAIL, "[address]");
}

/** The framework's own request lines are off: they hold the whole address. */
export const quietRequests = new LogController({ disableRequestLogging: true });

/** One line a request: the route's pattern, never the address itself. */
export function logRequests(app: App): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? "unknown",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        caller: request.knownActor?.id ?? null,
      },
      "request",
    );
  });
}
