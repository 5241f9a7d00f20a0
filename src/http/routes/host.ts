import type { FastifyRequest } from "fastify";
import {
  HostWorkspaceList,
  NewHostWorkspace,
  NewHostWorkspaceAnswer,
  RecoveryAnswer,
  RecoveryRequest,
} from "../../contract/host.ts";
import { formatId } from "../../contract/ids.ts";
import { listWorkspaces } from "../../db/queries/workspaces.ts";
import { makeRecoveryLink } from "../../engine/accounts.ts";
import { createWorkspaceWithAdmin } from "../../engine/create-workspace.ts";
import { EngineError } from "../../engine/engine-error.ts";
import { checkHostProof, HOST_PROOF_HEADER } from "../../engine/host-proof.ts";
import type { RoutePlugin } from "../app.ts";

const tags = ["Host"];
const description =
  "For the command line on the server: needs a proof made with the server's secret.";

/** What only somebody on the host may ask (domain rules, section 11, "Keys and people"). */
export const hostRoutes: RoutePlugin = (app, { database, config, signInLimit }) => {
  const open = {
    config: { access: "public" },
    async onRequest(request: FastifyRequest) {
      const proof = String(request.headers[HOST_PROOF_HEADER] ?? "");
      if (checkHostProof(config.secret, proof, Date.now())) return;
      await signInLimit.count(request);
      throw new EngineError(
        401,
        "not_from_host",
        "Only the command line on the server can do this. It needs the same MUSTER_SECRET or data directory, and a right clock.",
      );
    },
  } as const;

  app.post(
    "/api/v1/host/recovery-links",
    {
      ...open,
      schema: {
        summary: "Make a one-time link for an admin who cannot sign in",
        description,
        tags,
        body: RecoveryRequest,
        response: { 201: RecoveryAnswer },
      },
    },
    async (request, reply) => {
      const { path } = await makeRecoveryLink(database, request.body.email);
      return reply.code(201).send({ link: path });
    },
  );

  app.get(
    "/api/v1/host/workspaces",
    {
      ...open,
      schema: {
        summary: "List all workspaces",
        description,
        tags,
        response: { 200: HostWorkspaceList },
      },
    },
    async () => {
      const rows = await listWorkspaces(database);
      return {
        items: rows.map(({ id, name }) => ({ id: formatId("workspace", id), name })),
        nextCursor: null,
      };
    },
  );

  app.post(
    "/api/v1/host/workspaces",
    {
      ...open,
      schema: {
        summary: "Make a workspace, and let an admin in",
        description: `${description} link is null without adminEmail, and for somebody who has an account.`,
        tags,
        body: NewHostWorkspace,
        response: { 201: NewHostWorkspaceAnswer },
      },
    },
    async (request, reply) => {
      const name = request.body.name.trim();
      const wanted = {
        name,
        product: config.productName,
        adminEmail: request.body.adminEmail ?? null,
      };
      const { id, link } = await createWorkspaceWithAdmin(database, wanted);
      const workspace = { id: formatId("workspace", id), name };
      return reply.code(201).send({ workspace, link: link?.path ?? null });
    },
  );
};
