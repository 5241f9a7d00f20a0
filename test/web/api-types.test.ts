import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readApiDocument } from "../../web/build/read-api-document.ts";
import { renderApiTypes } from "../../web/build/render-api-types.ts";

test('the pages\' types of the calls are current (else run "npm run api-types")', async () => {
  const fresh = renderApiTypes(await readApiDocument());
  const { stdout } = spawnSync(
    "node_modules/.bin/biome",
    ["format", "--stdin-file-path=web/src/api/schema.d.ts"],
    { input: fresh, encoding: "utf8" },
  );
  expect(stdout).toContain("export interface Calls");
  expect(readFileSync("web/src/api/schema.d.ts", "utf8")).toBe(stdout);
});

test("each part of a call's description becomes a type", () => {
  const types = renderApiTypes({
    components: {
      schemas: {
        Row: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
      },
    },
    paths: {
      "/api/rows/{id}": {
        post: {
          parameters: [
            { in: "path", name: "id", required: true, schema: { type: "string" } },
            { in: "query", name: "kind", schema: { type: "array", items: { type: "string" } } },
          ],
          requestBody: { content: { "application/json": { schema: { enum: ["a", "b"] } } } },
          responses: {
            "201": {
              content: {
                "application/json": {
                  schema: { anyOf: [{ $ref: "#/components/schemas/Row" }, { type: "null" }] },
                },
              },
            },
          },
        },
      },
      "/healthz": { get: { responses: {} } },
    },
  });
  expect(types).toContain("export type Row = { id: number; };");
  expect(types).toContain(
    '"POST /api/rows/{id}": { path: { id: string; }; query?: { kind?: (string)[]; }; body: "a" | "b"; answer: Row | null };',
  );
  expect(types).not.toContain("healthz");
});
