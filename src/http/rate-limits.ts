import rateLimit, { type RateLimitOptions } from "@fastify/rate-limit";
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

/** Counts calls with a key that does not work; throws 429 when an address makes too many. */
export interface FailureLimit {
  count(request: FastifyRequest): Promise<void>;
}

/** Limits every route by caller; answers the limit for failed keys. */
export async function registerRateLimits(app: App, limits: RateLimits): Promise<FailureLimit> {
  await app.register(rateLimit, {
    max: limits.perCaller,
    timeWindow: MINUTE_MS,
    cache: 20_000,
    // Its hook stands on the route, so it runs after the caller is known.
    keyGenerator: (request) => request.knownActor?.id ?? request.ip,
    errorResponseBuilder: (_request, context) => tooMany(context.ttl),
  });
  const countFailure = app.createRateLimit({
    max: limits.failedKeys,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => `failed ${request.ip}`,
  });
  return {
    async count(request) {
      const limit = await countFailure(request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttl);
    },
  };
}

/** `config.rateLimit` of the routes that take a password or a one-time link; they share one count. */
export function signInLimit(limits: RateLimits): RateLimitOptions {
  return {
    max: limits.signIn,
    timeWindow: MINUTE_MS,
    groupId: "sign-in",
    keyGenerator: (request) => request.ip,
  };
}

function tooMany(ttlMs: number): RetryLaterError {
  const seconds = Math.max(1, Math.ceil(ttlMs / 1000));
  return new RetryLaterError("rate_limited", `Too many calls. Try again in ${seconds} s.`, seconds);
}
