type Json = Record<string, unknown>;

const HEAD = `// Made by "npm run api-types" from the server's own description of its calls. Do not edit.
`;

/**
 * The calls of an OpenAPI document as TypeScript: \`interface Calls\`, one member a call, with the types of what it
 * takes and answers; and a type for each named schema.
 */
export function renderApiTypes(document: Json): string {
  const { schemas } = document.components as { schemas: Record<string, Json> };
  const named = Object.entries(schemas).map(
    ([name, schema]) => `export type ${name} = ${renderType(schema)};\n`,
  );
  const paths = Object.entries(document.paths as Record<string, Record<string, Json>>);
  const calls = paths
    .filter(([path]) => path.startsWith("/api/"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, call]) => `  "${method.toUpperCase()} ${path}": ${renderCall(call)};`,
      ),
    )
    .sort();
  return [HEAD, ...named, `export interface Calls {\n${calls.join("\n")}\n}\n`].join("\n");
}

function renderCall(call: Json): string {
  const parameters = (call.parameters ?? []) as Json[];
  const parts = ["path", "query"].flatMap((place) => {
    const own = parameters.filter((it) => it.in === place);
    if (own.length === 0) return [];
    const members = own.map((it) =>
      member(String(it.name), it.required === true, it.schema as Json, it.description),
    );
    const isOptional = own.every((it) => it.required !== true);
    return [`${place}${isOptional ? "?" : ""}: { ${members.join(" ")} }`];
  });
  const body = jsonOf(call.requestBody as Json | undefined);
  if (body !== null) parts.push(`body: ${renderType(body)}`);
  const responses = Object.entries(call.responses as Record<string, Json>);
  const good = responses.filter(([status]) => status.startsWith("2")).map(([, it]) => jsonOf(it));
  parts.push(`answer: ${good[0] == null ? "null" : renderType(good[0])}`);
  return `{ ${parts.join("; ")} }`;
}

function jsonOf(holder: Json | undefined): Json | null {
  const content = holder?.content as Record<string, { schema?: Json }> | undefined;
  return content?.["application/json"]?.schema ?? null;
}

function renderType(schema: Json): string {
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1)!;
  const choices = schema.anyOf as Json[] | undefined;
  if (choices !== undefined) return choices.map(renderType).join(" | ");
  if (Array.isArray(schema.enum)) return schema.enum.map((it) => JSON.stringify(it)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `(${renderType(schema.items as Json)})[]`;
    case "object":
      return renderObject(schema);
    default:
      return "unknown";
  }
}

function renderObject(schema: Json): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const rest = schema.additionalProperties;
  const pattern = Object.values((schema.patternProperties ?? {}) as Record<string, Json>)[0];
  const values = typeof rest === "object" && rest !== null ? (rest as Json) : pattern;
  if (properties.length === 0)
    return values === undefined ? "Record<string, never>" : `Record<string, ${renderType(values)}>`;
  const required = new Set((schema.required ?? []) as string[]);
  const members = properties.map(([name, it]) =>
    member(name, required.has(name), it, it.description),
  );
  return `{ ${members.join(" ")} }`;
}

function member(name: string, isRequired: boolean, schema: Json, description: unknown): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const comment =
    typeof description === "string" ? `\n/** ${description.replaceAll("*/", "* /")} */\n` : "";
  return `${comment}${key}${isRequired ? "" : "?"}: ${renderType(schema)};`;
}
