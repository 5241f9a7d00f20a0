import type { FastifyRequest } from "fastify";
import { parseId } from "../contract/ids.ts";
import type { AnsweredCall, RequestRecorder } from "../engine/request-recorder.ts";
import type { App } from "./app.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The code of the problem that was answered; `null` while none was. */
    problemCode: string | null;
    /** The sync that the call made; a route sets it. */
    madeSyncId: number | null;
  }
}

/** Keeps what is asked with API keys, refusals included, and writes the rest of it when the application closes. */
export function recordRequests(app: App, recorder: RequestRecorder): void {
  app.decorateRequest("problemCode", null);
  app.decorateRequest("madeSyncId", null);
  app.addHook("onResponse", (request, reply, done) => {
    const call = describeCall(request, reply.statusCode);
    if (call !== null) recorder.record(call);
    done();
  });
  app.addHook("onClose", () => recorder.flush());
}

/** What is kept of a call; `null` for one that was not made with a key. */
function describeCall(request: FastifyRequest, status: number): AnsweredCall | null {
  const { knownActor: actor, routeOptions, method } = request;
  const keyId = actor?.kind === "api_key" ? parseId("apiKey", actor.id ?? "") : null;
  if (actor === null || keyId === null || routeOptions.url === undefined) return null;
  return {
    ...{ workspaceId: actor.workspaceId, keyId, at: new Date(), method, route: routeOptions.url },
    ...{ status, code: request.problemCode, ip: actor.ip, requestId: request.id },
    syncId: request.madeSyncId,
  };
}
