import { Type } from "typebox";
import { ApiKey, IssuedApiKey, NewApiKey } from "../../contract/api-key.ts";
import { ApiRequest, REQUESTS_KEPT } from "../../contract/api-request.ts";
import { formatId } from "../../contract/ids.ts";
import { PAGE_LIMIT, pageOf, pageQuery } from "../../contract/paging.ts";
import { type ApiKeyRow, hasApiKey, listApiKeys } from "../../db/queries/api-keys.ts";
import { type ApiRequestRow, readApiRequests } from "../../db/queries/api-requests.ts";
import { createApiKey, revokeApiKey, rotateApiKey } from "../../engine/api-keys.ts";
import { notFound } from "../../engine/engine-error.ts";
import type { RoutePlugin } from "../app.ts";
import { readId } from "../read-id.ts";
import { readCursor, writeCursor } from "../read-values.ts";
import { readRequestCursor, writeRequestCursor } from "../row-cursor.ts";

const tags = ["API keys"];
const params = Type.Object({ id: Type.String() });

/** The workspace's API keys. */
export const apiKeyRoutes: RoutePlugin = (app, { database, requests }) => {
  app.get(
    "/api/v1/api-keys",
    {
      config: { access: "read" },
      schema: {
        summary: "List API keys, newest first",
        description: "Revoked keys are left out; the audit log has them.",
        tags,
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: pageOf(ApiKey) },
      },
    },
    async (request) => {
      const limit = request.query.limit ?? PAGE_LIMIT.default;
      const page = { beforeId: readCursor(request.query.cursor), limit: limit + 1 };
      const rows = await listApiKeys(database, request.actor.workspaceId, page);
      const shown = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? writeCursor(shown.at(-1)!.id) : null;
      return { items: shown.map(render), nextCursor };
    },
  );

  app.post(
    "/api/v1/api-keys",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Make an API key",
        description:
          "The key itself is in this answer only. A key cannot make one wider than itself.",
        tags,
        body: NewApiKey,
        response: { 201: IssuedApiKey },
      },
    },
    async (request, reply) => {
      const { name, scope, expiresAt } = request.body;
      const wanted = {
        name: name.trim(),
        scope,
        expiresAt: expiresAt == null ? null : new Date(expiresAt),
      };
      const { row, key } = await createApiKey(database, request.actor, wanted);
      return reply.code(201).send({ ...render(row), key });
    },
  );

  app.get(
    "/api/v1/api-keys/:id/requests",
    {
      config: { access: "read" },
      schema: {
        summary: "List what was asked with an API key, newest first",
        description:
          "Calls of one kind in one minute are one item; a call that made a sync has its own. The order is that of the " +
          `first call of each. Kept for ${REQUESTS_KEPT.days} days, and about the ${REQUESTS_KEPT.rowsOfKey} newest items ` +
          "of a key. Calls with a key that has ended, and at addresses that do not exist, are not among them. Revoked " +
          "keys still have theirs.",
        tags,
        params,
        querystring: Type.Object(
          {
            refused: Type.Optional(
              Type.Boolean({
                default: false,
                description: "Only what was refused or failed: status 400 and above.",
              }),
            ),
            ...pageQuery,
          },
          { additionalProperties: false },
        ),
        response: { 200: pageOf(ApiRequest) },
      },
    },
    async ({ actor: { workspaceId }, params, query }) => {
      const id = readId("apiKey", params.id, "API key");
      if (!(await hasApiKey(database, workspaceId, id))) throw notFound("API key");
      const limit = query.limit ?? PAGE_LIMIT.default;
      const after = readRequestCursor(query.cursor);
      // What this process has still to write is among the newest.
      await requests.flush();
      const rows = await readApiRequests(database, workspaceId, id, {
        ...{ refused: query.refused ?? false, after, limit: limit + 1 },
      });
      const shown = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? writeRequestCursor(shown.at(-1)!) : null;
      return { items: shown.map(renderRequest), nextCursor };
    },
  );

  app.post(
    "/api/v1/api-keys/:id/rotate",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Replace an API key",
        description:
          "Answers a new key of the same name, scope and length of life. The old one works for 24 hours more.",
        tags,
        params,
        response: { 201: IssuedApiKey },
      },
    },
    async (request, reply) => {
      const id = readId("apiKey", request.params.id, "API key");
      const { row, key } = await rotateApiKey(database, request.actor, id);
      return reply.code(201).send({ ...render(row), key });
    },
  );

  app.delete(
    "/api/v1/api-keys/:id",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Revoke an API key at once",
        tags,
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await revokeApiKey(database, request.actor, readId("apiKey", request.params.id, "API key"));
      return reply.code(204).send(null);
    },
  );
};

function render(row: ApiKeyRow): ApiKey {
  return {
    id: formatId("apiKey", row.id),
    name: row.name,
    scope: row.scope,
    lastFour: row.last_four,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastUsedIp: row.last_used_ip,
    replacedBy: row.replaced_by === null ? null : formatId("apiKey", row.replaced_by),
  };
}

function renderRequest(row: ApiRequestRow): ApiRequest {
  const { method, status, code, count, ip, sync_id: id, sync_number: number } = row;
  return {
    at: row.last_at.toISOString(),
    method,
    // As the API's document writes it.
    endpoint: row.route.replaceAll(/:(\w+)/g, "{$1}"),
    ...{ status, code, count, requestId: row.request_id, ip },
    sync: id === null || number === null ? null : { id: formatId("sync", id), number },
  };
}
