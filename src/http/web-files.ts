import { existsSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import staticFiles from "@fastify/static";
import type { App } from "./app.ts";

/** Addresses that belong to the API: an unknown one is a problem document, never a page. */
const API_PATHS = /^\/(api|public|healthz|readyz|metrics)(\/|$)/;

/**
 * Serves the built pages. Files under `assets/` have their content in their name and are kept for ever; every other
 * address is the one page, which finds out from the address what to show.
 */
export async function registerWebFiles(app: App, webDir: string): Promise<void> {
  await app.register(staticFiles, { root: webDir, serve: false });
  app.get(
    "/*",
    { config: { access: "public" }, schema: { hide: true, querystring: { type: "object" } } },
    async (request, reply) => {
      const path = normalize(decodeURIComponent(request.url.split("?")[0] ?? "/"));
      if (API_PATHS.test(path)) return reply.callNotFound();
      const isFile = extname(path) !== "" && !path.includes("\0") && existsSync(join(webDir, path));
      if (isFile && path.startsWith("/assets/")) {
        return reply.sendFile(path, { maxAge: "365d", immutable: true });
      }
      reply.header("cache-control", "no-cache");
      if (isFile) return reply.sendFile(path, { cacheControl: false });
      // A missing script must not come back as a page.
      if (extname(path) !== "") return reply.callNotFound();
      return reply.sendFile("index.html", { cacheControl: false });
    },
  );
}
