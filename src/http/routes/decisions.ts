import { Type } from "typebox";
import { SyncAnswer } from "../../contract/report-queries.ts";
import type { Sync } from "../../contract/sync.ts";
import { SyncImpact } from "../../contract/sync-impact.ts";
import { readSyncById } from "../../db/queries/read-syncs.ts";
import type { Actor } from "../../engine/actor.ts";
import { approveSync, cancelSync, rejectSync } from "../../engine/decide-sync.ts";
import { readImpact } from "../../engine/report/read-impact.ts";
import { renderSyncs } from "../../engine/report/render-sync.ts";
import { refuseNewRun, rerunSync } from "../../engine/rerun-sync.ts";
import type { RoutePlugin } from "../app.ts";
import { findSync } from "../find-sync.ts";

const SyncParams = Type.Object({
  id: Type.String({ description: "Id (syn_…) or number of the sync." }),
});
const NewRun = Type.Union([
  Type.Null(),
  Type.Object(
    {
      dryRun: Type.Optional(Type.Boolean()),
      rerunOf: Type.Optional(
        Type.Union([Type.String({ maxLength: 40 }), Type.Integer({ minimum: 1 })], {
          description: "Id or number of the sync whose stored input is run again.",
        }),
      ),
    },
    { additionalProperties: false },
  ),
]);
const Comment = Type.Union([
  Type.Null(),
  Type.Object(
    { comment: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])) },
    { additionalProperties: false },
  ),
]);
const Approval = Type.Union([
  Type.Null(),
  Type.Object(
    {
      comment: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
      confirmRemovals: Type.Optional(
        Type.Integer({
          minimum: 0,
          description:
            "How many users and teams the approver expects to be removed (impact: removals.total); another number is refused.",
        }),
      ),
    },
    { additionalProperties: false },
  ),
]);
const tags = ["Syncs"];
const config = { access: "read_write" } as const;

const DECISIONS = {
  reject: {
    summary: "Reject a waiting sync",
    description: "Nothing is applied. 409 not_waiting when it does not wait.",
    run: rejectSync,
  },
  cancel: {
    summary: "Cancel a sync",
    description:
      "Before anything is applied it is cancelled; while it is being applied it stops after the current batch and is " +
      "failed, stopped_by_person. 409 not_cancellable when it is done.",
    run: cancelSync,
  },
};

/** Starting a run from stored input, and what people decide about runs (http contract, "Provisioning"). */
export const decisionRoutes: RoutePlugin = (app, { database, reports }) => {
  async function answer(actor: Actor, syncId: number): Promise<{ sync: Sync }> {
    const row = await readSyncById(database, actor.workspaceId, syncId);
    const [sync] = await renderSyncs(database, actor.workspaceId, row === null ? [] : [row]);
    return { sync: sync! };
  }

  app.post(
    "/api/v1/syncs",
    {
      config: { access: "push" },
      schema: {
        summary: "Run a new sync",
        description:
          "Runs the stored input of rerunOf again. Without rerunOf a source that can be read is read; API push is " +
          "none of them (409 push_source). Input older than what was accepted last always waits for approval.",
        tags,
        body: NewRun,
        response: { 202: SyncAnswer },
      },
    },
    async (request, reply) => {
      const { actor, body } = request;
      if (body?.rerunOf === undefined) return refuseNewRun(database, actor);
      const repeated = await findSync(database, actor, String(body.rerunOf));
      const dryRun = body.dryRun ?? false;
      const syncId = await rerunSync(database, actor, { rerunOf: repeated.id, dryRun });
      request.madeSyncId = syncId;
      const result = await answer(actor, syncId);
      reply.code(202).header("location", result.sync.links.self);
      return result;
    },
  );

  app.post(
    "/api/v1/syncs/:id/approve",
    {
      config,
      schema: {
        summary: "Approve a waiting sync",
        description:
          "The plan is applied as it was reviewed. 409 not_waiting when it does not wait.",
        tags,
        params: SyncParams,
        body: Approval,
        response: { 200: SyncAnswer },
      },
    },
    async ({ actor, params, body }) => {
      const { id } = await findSync(database, actor, params.id);
      await approveSync(database, actor, id, body?.comment ?? null, body?.confirmRemovals);
      return answer(actor, id);
    },
  );

  app.get(
    "/api/v1/syncs/:id/impact",
    {
      config: { access: "read" },
      schema: {
        summary: "What letting a sync through would do, beside what is usual",
        tags,
        params: SyncParams,
        response: { 200: SyncImpact },
      },
    },
    async ({ actor, params }) => readImpact(reports, await findSync(database, actor, params.id)),
  );

  for (const [name, { summary, description, run }] of Object.entries(DECISIONS)) {
    app.post(
      `/api/v1/syncs/:id/${name}`,
      {
        config,
        schema: {
          ...{ summary, description, tags, params: SyncParams },
          body: Comment,
          response: { 200: SyncAnswer },
        },
      },
      async ({ actor, params, body }) => {
        const { id } = await findSync(database, actor, params.id);
        await run(database, actor, id, body?.comment ?? null);
        return answer(actor, id);
      },
    );
  }
};
