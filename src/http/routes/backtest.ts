import { Backtest, BacktestQuery } from "../../contract/backtest.ts";
import { backtestLimits } from "../../engine/backtest-limits.ts";
import type { RoutePlugin } from "../app.ts";

/** Trying limits out before they are set. */
export const backtestRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/provisioning/backtest",
    {
      config: { access: "read" },
      schema: {
        summary: "Which of the last syncs limits would have held",
        description:
          "Measured on the stored plans; nothing is planned again. What waits whatever the limits are (an older input, " +
          "paused provisioning) is left out, an empty section that removes something and taken emails are not.",
        tags: ["Workspace"],
        querystring: BacktestQuery,
        response: { 200: Backtest },
      },
    },
    async ({ actor, query }) => backtestLimits(database, actor.workspaceId, readLimits(query)),
  );
};

function readLimits(query: BacktestQuery): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => [name, text === "none" ? null : Number(text)]),
  );
}
