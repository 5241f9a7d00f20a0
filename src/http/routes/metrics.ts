import { collectDefaultMetrics, Histogram } from "prom-client";
import { Type } from "typebox";
import { metrics } from "../../engine/metrics.ts";
import type { App, RoutePlugin } from "../app.ts";

const requestSeconds = new Histogram({
  name: "muster_http_request_duration_seconds",
  help: "Time to answer, by method, route and status.",
  labelNames: ["method", "route", "status"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
  registers: [metrics],
});

/** Times every request; on the application itself, so that it sees all routes. */
export function measureRequests(app: App): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    requestSeconds.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
}

/** What Prometheus scrapes: figures only, nothing about anybody. */
export const metricsRoutes: RoutePlugin = (app) => {
  if (metrics.getSingleMetric("process_cpu_seconds_total") === undefined)
    collectDefaultMetrics({ register: metrics });
  app.get(
    "/metrics",
    {
      config: { access: "public" },
      schema: {
        summary: "Figures for Prometheus",
        tags: ["Operation"],
        response: { 200: Type.String() },
      },
    },
    async (_request, reply) => {
      reply.type(metrics.contentType);
      return metrics.metrics();
    },
  );
};
