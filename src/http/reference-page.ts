/** Renders the API reference: plain HTML from the OpenAPI document, without script, so that the strict policy holds. */

type Json = Record<string, unknown>;

interface Operation {
  method: string;
  path: string;
  summary: string;
  operation: Json;
}

export function renderReference(document: Json): string {
  const info = document.info as Json;
  const title = text(info.title);
  const groups = groupByTag(listOperations(document));
  const schemas = Object.entries(
    ((document.components as Json).schemas ?? {}) as Record<string, Json>,
  );
  const nav = groups
    .map(([tag]) => `<li><a href="#${slug(tag)}">${escapeHtml(tag)}</a></li>`)
    .join("");
  const sections = groups.map(([tag, operations]) => renderGroup(tag, operations)).join("\n");
  const named = schemas.map(([name, schema]) => renderNamedSchema(name, schema)).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<header>
<h1>${title}</h1>
<p>${text(info.description)}</p>
<p>Send an API key as <code>Authorization: Bearer mus_…</code>. The same for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Groups"><ul>${nav}<li><a href="#schemas">Schemas</a></li></ul></nav>
</header>
<main>
${sections}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>
${named}
</section>
</main>
</body>
</html>
`;
}

function listOperations(document: Json): Operation[] {
  return Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== "head")
        .map(([method, operation]) => ({
          method: method.toUpperCase(),
          path,
          summary: String(operation.summary ?? ""),
          operation,
        })),
  );
}

function groupByTag(operations: Operation[]): [string, Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const tag = String((operation.operation.tags as string[] | undefined)?.[0] ?? "Other");
    groups.set(tag, [...(groups.get(tag) ?? []), operation]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function renderGroup(tag: string, operations: Operation[]): string {
  return `<section aria-labelledby="${slug(tag)}"><h2 id="${slug(tag)}">${escapeHtml(tag)}</h2>
${operations.map(renderOperation).join("\n")}
</section>`;
}

function renderOperation({ method, path, summary, operation }: Operation): string {
  const id = slug(`${method} ${path}`);
  const description =
    operation.description === undefined ? "" : `<p>${text(operation.description)}</p>`;
  return `<article aria-labelledby="${id}">
<h3 id="${id}"><code><b>${method}</b> ${escapeHtml(path)}</code> ${escapeHtml(summary)}</h3>
${description}<p class="who">${text(operation["x-who-may-call"])}</p>
${renderParameters((operation.parameters ?? []) as Json[])}
${renderBody(operation.requestBody as Json | undefined)}
${renderAnswers(operation.responses as Record<string, Json>)}
</article>`;
}

function renderParameters(parameters: Json[]): string {
  if (parameters.length === 0) return "";
  const rows = parameters.map((parameter) => {
    const schema = (parameter.schema ?? {}) as Json;
    const note = parameter.description ?? schema.description ?? "";
    return `<tr><td><code>${text(parameter.name)}</code></td><td>${text(parameter.in)}</td><td>${describeType(schema)}</td><td>${text(note)}</td></tr>`;
  });
  return `<table><caption>Parameters</caption><thead><tr><th>Name</th><th>In</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function renderBody(body: Json | undefined): string {
  const content = Object.entries((body?.content ?? {}) as Record<string, Json>);
  return content
    .map(
      ([type, { schema }]) => `<h4>Body, ${escapeHtml(type)}</h4>${renderSchema(schema as Json)}`,
    )
    .join("");
}

function renderAnswers(responses: Record<string, Json>): string {
  const answers = Object.entries(responses)
    .filter(([status]) => status !== "default")
    .map(([status, response]) => {
      const content = Object.values((response.content ?? {}) as Record<string, Json>)[0];
      const schema = content?.schema as Json | undefined;
      const fallback =
        response.description === "Default Response" ? "" : text(response.description);
      return `<h4>Answer ${escapeHtml(status)}</h4>${schema === undefined ? `<p>${fallback}</p>` : renderSchema(schema)}`;
    });
  return answers.join("");
}

function renderNamedSchema(name: string, schema: Json): string {
  return `<article aria-labelledby="schema-${slug(name)}"><h3 id="schema-${slug(name)}"><code>${escapeHtml(name)}</code></h3>${renderSchema(schema)}</article>`;
}

/** The properties of an object as a list, nested as deep as they go; anything else as its type. */
function renderSchema(schema: Json): string {
  const note = schema.description === undefined ? "" : ` ${text(schema.description)}`;
  const inner = schema.type === "array" ? ((schema.items ?? {}) as Json) : schema;
  const properties = Object.entries((inner.properties ?? {}) as Record<string, Json>);
  if (properties.length === 0) return `<p>${describeType(schema)}${note}</p>`;
  const required = new Set((inner.required ?? []) as string[]);
  const items = properties.map(([name, property]) => {
    const optional = required.has(name) ? "" : ", optional";
    const what = property.description === undefined ? "" : `. ${text(property.description)}`;
    const nested = hasProperties(property)
      ? renderSchema({ ...property, description: undefined })
      : "";
    return `<li><code>${escapeHtml(name)}</code> <i>${describeType(property)}${optional}</i>${what}${nested}</li>`;
  });
  return `${note === "" ? "" : `<p>${note}</p>`}<ul>${items.join("")}</ul>`;
}

function hasProperties(schema: Json): boolean {
  const inner = schema.type === "array" ? (schema.items as Json | undefined) : schema;
  return Object.keys((inner?.properties ?? {}) as Json).length > 0;
}

function describeType(schema: Json): string {
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return `<a href="#schema-${slug(name)}">${escapeHtml(name)}</a>`;
  }
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices !== undefined) return choices.map(describeType).join(" or ");
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (Array.isArray(schema.enum))
    return schema.enum
      .map((value) => `<code>${escapeHtml(JSON.stringify(value))}</code>`)
      .join(" or ");
  if (schema.type === "array") return `list of ${describeType((schema.items ?? {}) as Json)}`;
  const bounds = [
    schema.minimum === undefined ? "" : `from ${schema.minimum}`,
    schema.maximum === undefined ? "" : `to ${schema.maximum}`,
    schema.maxLength === undefined ? "" : `at most ${schema.maxLength} characters`,
    schema.default === undefined ? "" : `default ${JSON.stringify(schema.default)}`,
  ].filter((bound) => bound !== "");
  const name = schema.format === "date-time" ? "time" : String(schema.type ?? "any value");
  return escapeHtml(bounds.length === 0 ? name : `${name}, ${bounds.join(" ")}`);
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function text(value: unknown): string {
  return escapeHtml(String(value ?? ""));
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export const REFERENCE_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
article { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.5rem 0 1rem; }
h3 { font-size: 1rem; font-weight: normal; margin: 0.5rem 0; }
h4 { font-size: 0.9rem; margin: 0.75rem 0 0.25rem; }
code { font: 0.9em ui-monospace, monospace; }
.who { margin: 0.25rem 0; font-size: 0.9rem; }
.who::before { content: "Who may call: "; font-weight: 600; }
table { border-collapse: collapse; font-size: 0.9rem; }
caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: 0.15rem 1rem 0.15rem 0; }
ul { padding-left: 1.25rem; margin: 0.25rem 0; }
`;
