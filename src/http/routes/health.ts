import { Type } from "typebox";
import { isMigrated } from "../../db/migrate.ts";
import type { RoutePlugin } from "../app.ts";
import { sendProblem } from "../errors.ts";
import { ProblemSchema } from "../problem.ts";

const Status = Type.Object({ status: Type.Literal("ok") });

/** What load balancers and supervisors ask. */
export const healthRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/healthz",
    {
      config: { access: "public" },
      schema: {
        summary: "Whether the process is up",
        tags: ["Operation"],
        response: { 200: Status },
      },
    },
    async () => ({ status: "ok" as const }),
  );

  app.get(
    "/readyz",
    {
      config: { access: "public" },
      schema: {
        summary: "Whether the database is reachable and its schema current",
        tags: ["Operation"],
        response: { 200: Status, 503: ProblemSchema },
      },
    },
    async (_request, reply) => {
      if (await isMigrated(database)) return { status: "ok" as const };
      return sendProblem(reply, {
        status: 503,
        code: "not_ready",
        detail:
          "The database cannot be reached, or its schema is not the one this version works with.",
      });
    },
  );
};
