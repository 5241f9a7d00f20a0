import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import { RetryLaterError } from "../engine/engine-error.ts";
import type { App } from "./app.ts";

/** Calls a minute, in each process. */
export interface RateLimits {
  /** Of one key or account, or of one address where nobody is known: high, to stop only what ran away. */
  perCaller: number;
  /** With a key that does not work, from one address. */
  failedKeys: number;
  /** To sign in, or to use a one-time link, from one address. */
  signIn: number;
}

export const RATE_LIMITS: RateLimits = { perCaller: 30_000, failedKeys: 100, signIn: 30 };

const MINUTE_MS = 60_000;

/** Counts certain calls of an address; throws 429 when there are too many. */
export interface CallLimit {
  count(request: FastifyRequest): Promise<void>;
}

/** The limits that are counted by hand, beside the one on every route. */
export interface CallLimits {
  failedKeys: CallLimit;
  signIn: CallLimit;
}

/** Limits every route by caller; answers the limits for calls of certain kinds. */
export async function registerRateLimits(app: App, limits: RateLimits): Promise<CallLimits> {
  await app.register(rateLimit, {
    max: limits.perCaller,
    timeWindow: MINUTE_MS,
    cache: 20_000,
    // Its hook stands on the route, so it runs after the caller is known.
    keyGenerator: (request) => request.knownActor?.id ?? request.ip,
    errorResponseBuilder: (_request, context) => tooMany(context.ttl),
  });
  return {
    failedKeys: limitByAddress(app, limits.failedKeys),
    signIn: limitByAddress(app, limits.signIn),
  };
}

function limitByAddress(app: App, max: number): CallLimit {
  const check = app.createRateLimit({
    max,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => request.ip,
  });
  return {
    async count(request) {
      const limit = await check(request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttl);
    },
  };
}

function tooMany(ttlMs: number): RetryLaterError {
  const seconds = Math.max(1, Math.ceil(ttlMs / 1000));
  return new RetryLaterError("rate_limited", `Too many calls. Try again in ${seconds} s.`, seconds);
}
