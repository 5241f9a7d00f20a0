import fc from "fast-check";
import { naughtyText } from "./bad-text.ts";
import type { Method } from "./test-app.ts";

/** What the document of the API says of one call, as far as a caller needs it. */
export interface Operation {
  method: Method;
  path: string;
  query: { name: string; schema: Schema }[];
  body: Schema | null;
}

interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: { name: string; in: string; schema: Schema }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      }
    >
  >;
}

/** One call, with whatever is wrong with it. */
export interface BadCall {
  method: Method;
  url: string;
  body: string | null;
  contentType: string;
  /** Who calls; which credential that is, the test knows. */
  caller: "key" | "admin" | "push key" | "nobody" | "stranger";
}

/** All calls that a document of the API names. */
export function listOperations(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Method,
      path,
      query: parameters.filter((parameter) => parameter.in === "query"),
      body: requestBody?.content["application/json"]?.schema ?? null,
    })),
  );
}

const STRANGE_PATHS = [
  ...["%00", "%zz", "%", "..%2f..%2fetc", "%ed%a0%80", "%ff", "usr_", "usr_0", "usr_-1", "usr_1e3"],
  ...["usr_99999999999999999999", "syn_999999999999999", "9007199254740993", "1.5", "0", "-1"],
  ...["team_1%00", "src_1", "x".repeat(1_000), "null", "__proto__", "constructor"],
];

/** As part of an address; what is no text at all becomes a replacement character. */
const encodeText = (text: string) => encodeURIComponent(Buffer.from(text).toString());

const ID_PREFIXES = {
  "/api/v1/users": "usr_",
  "/api/v1/teams": "team_",
  "/api/v1/syncs": "syn_",
  "/api/v1/api-keys": "key_",
};

/** Calls of these operations; `known` are ids and other values that exist. */
export function badCalls(
  operations: readonly Operation[],
  known: readonly string[],
): fc.Arbitrary<BadCall> {
  return fc.constantFrom(...operations).chain((operation) =>
    fc
      .record({
        path: pathOf(operation, known),
        query: queryOf(operation, known),
        body: bodyOf(operation, known),
        contentType: fc.oneof(
          { weight: 30, arbitrary: fc.constant("application/json") },
          {
            weight: 1,
            arbitrary: fc.constantFrom("text/plain", "", "application/json; charset=x"),
          },
        ),
        caller: fc.oneof(
          { weight: 8, arbitrary: fc.constant("key" as const) },
          { weight: 4, arbitrary: fc.constant("admin" as const) },
          {
            weight: 1,
            arbitrary: fc.constantFrom("push key" as const, "nobody" as const, "stranger" as const),
          },
        ),
      })
      .map(({ path, query, ...rest }) => ({
        method: operation.method,
        url: path + query,
        ...rest,
      })),
  );
}

function pathOf(operation: Operation, known: readonly string[]): fc.Arbitrary<string> {
  // The events of a run that waits for somebody do not end.
  const endless = operation.path.endsWith("/events");
  const kind = Object.entries(ID_PREFIXES).find(([start]) => operation.path.startsWith(start));
  const fit = known.filter((id) => kind !== undefined && id.startsWith(kind[1]));
  const right = fc.oneof(
    fc.constantFrom(...(fit.length > 0 ? fit : known)),
    fc.constantFrom(...known),
  );
  const part = fc.oneof(
    { weight: endless ? 0 : 6, arbitrary: right.map(encodeText) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE_PATHS) },
    { weight: 1, arbitrary: naughtyText().map(encodeText) },
  );
  return fc
    .array(part, { minLength: 2, maxLength: 2 })
    .map((parts) => operation.path.replaceAll(/\{[^}]+\}/g, () => parts.pop() ?? ""));
}

function queryOf(operation: Operation, known: readonly string[]): fc.Arbitrary<string> {
  const pairs = operation.query.map(({ name, schema }) =>
    fc.option(
      valueFor(schema, known).map((value) =>
        (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const),
      ),
      { freq: 2 },
    ),
  );
  const strange = fc.oneof(
    { weight: 30, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom("%", "q=%00", "q=%ff", "limit=1&limit=2", "a[b]=1") },
    { weight: 1, arbitrary: naughtyText().map(encodeText) },
  );
  return fc.tuple(fc.tuple(...pairs), strange).map(([given, more]) => {
    const search = given
      .flatMap((list) => list ?? [])
      .map(([name, each]) => {
        const text = typeof each === "object" ? JSON.stringify(each) : String(each);
        return `${name}=${encodeText(text)}`;
      });
    const query = [...search, ...(more === "" ? [] : [more])].join("&");
    return query === "" ? "" : `?${query}`;
  });
}

function bodyOf({ body }: Operation, known: readonly string[]): fc.Arbitrary<string | null> {
  if (body === null) return fc.constantFrom(null, null, null, "", "{}", "[", '{"a":1}');
  const text = valueFor(body, known).map((value) => JSON.stringify(value) ?? "");
  return fc.oneof(
    { weight: 20, arbitrary: text },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: text.map((whole) => whole.slice(0, -1)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...["", "null", '"', "[".repeat(50_000), `"${"x".repeat(300_000)}"`, '{"a":1,"a":2}'],
        ...['{"__proto__":{"a":1}}', '{"constructor":{"prototype":1}}', "\ufeff{}", "{\u0000}"],
      ),
    },
  );
}

const STRANGE_VALUES: fc.Arbitrary<unknown> = fc.oneof(
  naughtyText(),
  fc.constantFrom<unknown>(0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, true, null, [], {}, [[]], ""),
  fc.constantFrom("2024-02-30", "+012345-01-01T00:00:00Z", "0000-01-01", "9999-12-31T23:59:60Z"),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

/** A value as the schema wants it, at times a strange one, here or further in. */
function valueFor(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fitting(schema, known) },
    { weight: 1, arbitrary: STRANGE_VALUES },
  );
}

function fitting(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.anyOf !== undefined)
    return fc.oneof(...schema.anyOf.map((each) => valueFor(each, known)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "integer":
    case "number":
      return fc.integer({
        min: schema.minimum ?? -5,
        max: Math.min(schema.maximum ?? 200, 2 ** 31 - 1),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valueFor(schema.items ?? {}, known), { maxLength: 4 });
    case "object":
      return objectOf(schema, known);
    default:
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...known) },
        { weight: 2, arbitrary: fc.constantFrom("Ann", "new@example.com", "Zoë", "city", "fr") },
        { weight: 1, arbitrary: fc.constantFrom("2024-02-29", "2024-02-29T10:00:00Z", "UTC") },
        { weight: 2, arbitrary: naughtyText() },
      );
  }
}

function objectOf(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const given = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, valueFor(each, known)]),
  );
  const record = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record(given, { requiredKeys: required.filter((name) => name in given) }),
    },
    { weight: 1, arbitrary: fc.record(given, { requiredKeys: [] }) },
  );
  const more = fc.dictionary(
    fc.oneof(fc.constantFrom(...known), naughtyText()),
    typeof additionalProperties === "object"
      ? valueFor(additionalProperties, known)
      : STRANGE_VALUES,
    { maxKeys: 2 },
  );
  const open = typeof additionalProperties === "object";
  return fc
    .tuple(
      record,
      fc.oneof(
        { weight: open ? 1 : 12, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: more },
      ),
    )
    .map(([one, two]) => ({ ...two, ...one }));
}
