import { Type } from "typebox";
import { isMigrated } from "../../db/migrate.ts";
import type { RoutePlugin } from "../app.ts";
import { sendProblem } from "../errors.ts";
import { ProblemSchema } from "../problem.ts";

/** The embedded database answers one after the other: behind a long statement it is busy, not gone. */
const PATIENCE_MS = { postgres: 3000, embedded: 60_000 };

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
      if (await answersWithin(PATIENCE_MS[database.engine], isMigrated(database)))
        return { status: "ok" as const };
      return sendProblem(reply, {
        status: 503,
        code: "not_ready",
        detail:
          "The database cannot be reached, or its schema is not the one this version works with.",
      });
    },
  );
};

/** A database that hangs is not ready either. */
async function answersWithin(ms: number, check: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([check, late]).finally(() => clearTimeout(timer));
}
