import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../src/contract/language.ts";
import { hasRefusalLabel, labelOfRefusal } from "../../src/contract/refusal-labels.ts";
import { INPUT_ERROR_STATUS } from "../../src/core/input/input-error.ts";

/** Nobody with an API key is answered these: they are about credentials, links, or a person's own things. */
const NOT_OF_KEYS = new Set([
  ...["invalid_key", "unauthenticated", "not_from_host", "other_origin", "link_not_valid"],
  ...["wrong_credentials", "wrong_password", "locked_out", "password_set", "too_many_views"],
  ...["already_set_up", "admin_exists", "no_workspace", "unknown_workspace", "several_workspaces"],
]);
const CODES = /(?:EngineError|RetryLaterError|conflict|refusal)\(\s*(?:\d+,\s*)?"([a-z_]+)"/g;

function listCodes(): string[] {
  const found = ["src/engine", "src/http"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(CODES)])
      .map(([, code]) => code!),
  );
  return [...new Set([...found, ...Object.keys(INPUT_ERROR_STATUS)])].sort();
}

test("every refusal that a key can get has words", () => {
  const codes = listCodes();
  expect(codes.length).toBeGreaterThan(60);
  const without = codes.filter((code) => !hasRefusalLabel(code) && !NOT_OF_KEYS.has(code));
  expect(without).toEqual([]);
});

test.each(LANGUAGES)(
  "what has no words is told by its status, never by its code (%s)",
  (language) => {
    for (const status of [400, 401, 403, 404, 405, 409, 413, 415, 418, 422, 429, 500, 503]) {
      for (const code of [null, "some_new_code", "toString"]) {
        expect(labelOfRefusal(code, status, language)).toMatch(/^\p{Lu}.*\.$/u);
        expect(labelOfRefusal(code, status, language)).not.toContain("_");
      }
    }
    expect(labelOfRefusal("forbidden", 403, "en")).toContain("may not do this");
  },
);
