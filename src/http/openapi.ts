import swagger from "@fastify/swagger";
import type { App } from "./app.ts";
import { ProblemSchema } from "./problem.ts";

type Json = Record<string, unknown>;

const WHO_MAY: Record<string, string> = {
  public: "Anybody.",
  read: "Keys with the scope read or read_write, and everybody who is signed in.",
  push: "Keys with the scope push or read_write, and signed-in admins.",
  read_write: "Keys with the scope read_write, and signed-in admins.",
  admin: "Signed-in admins only, no key.",
};

/** Collects the routes' schemas; register it before the routes. */
export async function registerOpenApi(
  app: App,
  version: string,
  productName: string,
): Promise<void> {
  await app.register(swagger, {
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) =>
        typeof schema.$id === "string" ? schema.$id : `def-${index}`,
    },
    openapi: {
      openapi: "3.1.0",
      info: {
        title: `${productName} API`,
        version,
        description:
          "User provisioning: push the desired state, read what happened. Errors are application/problem+json (RFC 9457). " +
          "Lists answer {items, nextCursor}. Times are ISO 8601 in UTC, ids opaque strings.",
      },
      components: {
        securitySchemes: {
          apiKey: { type: "http", scheme: "bearer", description: "An API key." },
          apiKeyHeader: { type: "apiKey", in: "header", name: "workleap-subscription-key" },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "muster.session_token",
            description:
              "Of the admin pages. Calls that change something need a same-origin Origin header.",
          },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const { access, alsoPush } = route.config ?? { access: "public" };
      const who = `${WHO_MAY[access] ?? ""}${alsoPush === true ? " Keys with the scope push, too." : ""}`;
      const { querystring, ...rest } = (schema ?? {}) as Json;
      const hasQuery = Object.keys((querystring as Json | undefined)?.properties ?? {}).length > 0;
      return {
        url,
        schema: {
          ...rest,
          ...(hasQuery ? { querystring } : {}),
          "x-access": access,
          ...(alsoPush === true ? { "x-also-push": true } : {}),
          "x-who-may-call": who,
          security: access === "public" ? [] : securityOf(access),
        },
      };
    },
  });
}

function securityOf(access: string): Record<string, string[]>[] {
  const session = { session: [] };
  return access === "admin" ? [session] : [{ apiKey: [] }, { apiKeyHeader: [] }, session];
}

/** The finished document: an error is described once, and a choice of words as one list. */
export function buildOpenApi(app: App): Json {
  const document = joinChoices(JSON.parse(JSON.stringify(app.swagger()))) as Json;
  for (const methods of Object.values(document.paths as Record<string, Record<string, Json>>)) {
    for (const operation of Object.values(methods)) {
      operation.responses = {
        ...(operation.responses as Json),
        default: { $ref: "#/components/responses/Problem" },
      };
    }
  }
  const components = document.components as Record<string, Json>;
  const problem = { schema: { $ref: "#/components/schemas/Problem" } };
  return {
    ...document,
    components: {
      ...components,
      schemas: { ...components.schemas, Problem: JSON.parse(JSON.stringify(ProblemSchema)) },
      responses: {
        Problem: { description: "An error.", content: { "application/problem+json": problem } },
      },
    },
  };
}

/** `anyOf` of single words becomes one `enum`: the same meaning, readable. */
function joinChoices(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(joinChoices);
  if (typeof value !== "object" || value === null) return value;
  const walked: Json = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, joinChoices(item)]),
  );
  const { anyOf, ...rest } = walked;
  if (!Array.isArray(anyOf)) return walked;
  const words = (anyOf as Json[]).flatMap(({ type, enum: choices, ...more }) =>
    type === "string" && Array.isArray(choices) && Object.keys(more).length === 0
      ? choices
      : [null],
  );
  return words.includes(null) ? walked : { type: "string", enum: words, ...rest };
}
