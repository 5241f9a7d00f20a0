import helmet from "@fastify/helmet";
import type { App } from "./app.ts";

/** Headers that keep pages of this server to themselves: no inline script, no other host, no frame. */
export async function registerSecurityHeaders(
  app: App,
  publicUrl: string | undefined,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only where browsers come by HTTPS: on plain HTTP the header means nothing, and on localhost it would do harm.
    strictTransportSecurity:
      publicUrl?.startsWith("https:") === true
        ? { maxAge: 365 * 24 * 3600, includeSubDomains: false }
        : false,
    // "no-referrer" would make browsers hide the origin that the same-origin check asks for.
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
  });
  app.addHook("onSend", async (request, reply) => {
    // Answers hold personal data: no cache keeps them. A route that knows better has set its own.
    if (!reply.hasHeader("cache-control") && request.url.startsWith("/api/"))
      reply.header("cache-control", "no-store");
  });
}
