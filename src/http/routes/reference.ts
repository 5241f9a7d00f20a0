import type { RoutePlugin } from "../app.ts";
import { buildOpenApi } from "../openapi.ts";
import { REFERENCE_STYLE, renderReference } from "../reference-page.ts";

/** The API described for programs and for people, both from the schemas that check the calls. */
export const referenceRoutes: RoutePlugin = (app) => {
  // All routes are known only once the application is ready.
  let document: Record<string, unknown> | undefined;
  let page: string | undefined;
  function read(): Record<string, unknown> {
    document ??= buildOpenApi(app);
    return document;
  }
  const open = { config: { access: "public" }, schema: { hide: true } } as const;

  app.get("/api/openapi.json", open, async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    return read();
  });

  app.get("/api/docs", open, async (_request, reply) => {
    page ??= renderReference(read());
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  });

  app.get("/api/docs/style.css", open, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(REFERENCE_STYLE),
  );
};
