import { Readable } from "node:stream";
import multipart from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { SYNC_MODES } from "../../contract/catalogue.ts";
import { SyncAnswer } from "../../contract/report-queries.ts";
import type { Sync } from "../../contract/sync.ts";
import type { DeclaredCounts } from "../../core/input/declared-counts.ts";
import { InputError } from "../../core/input/input-error.ts";
import { readSyncById } from "../../db/queries/read-syncs.ts";
import { EngineError } from "../../engine/engine-error.ts";
import { renderSyncs } from "../../engine/report/render-sync.ts";
import { type Push, startSync } from "../../engine/start-sync.ts";
import type { App, RouteDependencies, RoutePlugin } from "../app.ts";
import { COUNT_NAMES, dropRest, isFilePart, readParts, wholeBody } from "../read-push.ts";

const Count = (section: string) =>
  Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 999_999_999,
      description: `How many rows of ${section} there are; another number than was read is refused.`,
    }),
  );

const PushQuery = Type.Object(
  {
    mode: Type.Optional(
      Type.Enum([...SYNC_MODES], {
        default: "full",
        description: "full: who is in no row leaves. partial: rows only add and change.",
      }),
    ),
    dryRun: Type.Optional(
      Type.Boolean({ default: false, description: "A preview: planned, never applied." }),
    ),
    membersRows: Count("members"),
    teamsRows: Count("teams"),
    teamsMappingsRows: Count("team mappings"),
  },
  { additionalProperties: false },
);
type PushQuery = Static<typeof PushQuery>;

const PushHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({
      maxLength: 255,
      description: "The same push sent again within 24 hours under its key makes no second sync.",
    }),
  ),
});

const tags = ["Syncs"];
const config = { access: "push" } as const;
const response = { 202: SyncAnswer };

/** Pushes of desired state (http contract, "Provisioning"; domain rules, section 3). */
export const provisioningRoutes: RoutePlugin = async (app, deps) => {
  await app.register(async (scope) => registerCsv(scope, deps));
  await app.register(async (scope) => registerJson(scope, deps));
};

async function registerCsv(app: App, deps: RouteDependencies): Promise<void> {
  // JSON sent here is of the wrong type, whether it can be parsed or not.
  app.removeContentTypeParser("application/json");
  await app.register(multipart, {
    // The size of a push is limited over all parts, by its reader.
    limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 20, fields: 20, parts: 40, fieldSize: 100 },
    isPartAFile: isFilePart,
    // The parser waits for ever for the end of a part that it leaves out, where the part fills this buffer and ends in
    // the same piece of the body. Pieces from a connection are 64 KiB.
    fileHwm: 1024 * 1024,
  });
  for (const url of ["/api/v1/provisioning/csv", "/public/provisioning/csv"]) {
    app.post(
      url,
      {
        config,
        schema: {
          summary: "Push CSV files",
          description:
            "multipart/form-data with the parts members, teams and teamsMappings (or users, groups, groupsMapping): any of " +
            "them, at least one. A section that is left out is left alone; in mode=full one that is present is the whole desired state.",
          tags,
          consumes: ["multipart/form-data"],
          querystring: PushQuery,
          headers: PushHeaders,
          response,
        },
      },
      (request, reply) => {
        if (!request.isMultipart()) throw unsupported("multipart/form-data");
        const declared = countsOf(request.query);
        return answerPush(deps, request, reply, {
          ...{ form: "csv", ...optionsOf(request.query), idempotencyKey: keyOf(request) },
          maxBytes: deps.config.maxUploadBytes,
          read: (reader, digest) => readParts(request, reader, digest, declared),
          declared: () => declared,
        });
      },
    );
  }
}

function registerJson(app: App, deps: RouteDependencies): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", (_request, payload, done) => done(null, payload));
  for (const url of ["/api/v1/provisioning/json", "/public/provisioning/json"]) {
    app.post(
      url,
      {
        config,
        schema: {
          summary: "Push JSON",
          description:
            "An object with the arrays members, teams and teamMappings (or users, groups, mappings): any of them, at " +
            "least one. A section that is left out is left alone; in mode=full one that is present is the whole desired state.",
          tags,
          consumes: ["application/json"],
          querystring: PushQuery,
          headers: PushHeaders,
          response,
        },
      },
      (request, reply) => {
        const body = bodyOf(request);
        const declared = countsOf(request.query);
        return answerPush(deps, request, reply, {
          ...{ form: "json", ...optionsOf(request.query), idempotencyKey: keyOf(request) },
          maxBytes: deps.config.maxUploadBytes,
          read: (reader, digest) =>
            reader.readJson("body.json", digest.through("body", wholeBody(body))),
          declared: () => declared,
        });
      },
    );
  }
}

async function answerPush(
  { database, config: { maxUploadBytes } }: RouteDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  push: Push,
): Promise<{ sync: Sync }> {
  const { actor } = request;
  try {
    requirePlainBody(request);
    if (Number(request.headers["content-length"] ?? 0) > maxUploadBytes + FORM_BYTES) {
      throw new InputError("input_too_large", {
        message: `The push is larger than ${maxUploadBytes} bytes. Send fewer columns, or raise MUSTER_MAX_UPLOAD_BYTES.`,
      });
    }
    const syncId = await startSync(database, actor, push);
    request.madeSyncId = syncId;
    const row = await readSyncById(database, actor.workspaceId, syncId);
    const [sync] = await renderSyncs(database, actor.workspaceId, row === null ? [] : [row]);
    reply.code(202).header("location", sync!.links.self);
    return { sync: sync! };
  } catch (error) {
    dropRest(request);
    throw error;
  }
}

/** What the wrapping of a form may add to its files. */
const FORM_BYTES = 64 * 1024;

/** The stream of a JSON body; an absent one is empty, and refused as that. */
function bodyOf(request: FastifyRequest): Readable {
  if (request.body instanceof Readable) return request.body;
  if (/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return Readable.from([]);
  throw unsupported("application/json");
}

function unsupported(type: string): EngineError {
  return new EngineError(
    415,
    "unsupported_media_type",
    `This call takes a body with Content-Type ${type}.`,
  );
}

function requirePlainBody(request: FastifyRequest): void {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding.trim().toLowerCase() === "identity") return;
  throw new EngineError(
    415,
    "unsupported_encoding",
    "This call takes no compressed body. Send it without Content-Encoding.",
  );
}

function optionsOf(query: PushQuery): Pick<Push, "mode" | "dryRun"> {
  return { mode: query.mode ?? "full", dryRun: query.dryRun ?? false };
}

function countsOf(query: PushQuery): DeclaredCounts {
  const counts: DeclaredCounts = {};
  for (const [name, section] of Object.entries(COUNT_NAMES)) {
    const count = query[name as keyof typeof COUNT_NAMES];
    if (count !== undefined) counts[section] = count;
  }
  return counts;
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && key.trim() !== "" ? key.trim() : null;
}
