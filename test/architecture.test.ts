import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  findEmptyNames,
  findEnvironmentReaders,
  findImpurities,
  findLongFiles,
  findSchemasInWeb,
  findWrongImports,
  findWrongWebImports,
  readSources,
  type Sources,
} from "./support/check-architecture.ts";

const sources = readSources();

describe("the repository", () => {
  test("is read whole", () => {
    expect(sources.has("src/server.ts")).toBe(true);
    expect(sources.has("src/core/report/ranges.ts")).toBe(true);
    expect(sources.has("test/architecture.test.ts")).toBe(true);
    expect(sources.has("web/src/main.tsx")).toBe(true);
  });

  test("imports in one direction", () => {
    expect(findWrongImports(sources)).toEqual([]);
  });

  test("lets pages know the contract alone, and widgets in ui/ alone", () => {
    expect(findWrongWebImports(sources)).toEqual([]);
  });

  test("keeps the schema library out of the pages", () => {
    expect(findSchemasInWeb(sources)).toEqual([]);
  });

  test("keeps Node, the clock and chance out of the rules", () => {
    expect(findImpurities(sources)).toEqual([]);
  });

  test("reads the environment in the configuration and the command line alone", () => {
    expect(findEnvironmentReaders(sources)).toEqual([]);
  });

  test("has no file of more than 400 lines", () => {
    expect(findLongFiles(sources)).toEqual([]);
  });

  test("names files by what is in them", () => {
    expect(findEmptyNames(sources)).toEqual([]);
  });
});

describe("the documents", () => {
  const documents = ["README", "ARCHITECTURE", "CONTRIBUTING", "SECURITY"].map((it) => `${it}.md`);

  test.each(documents)("name only files that are there: %s", (document) => {
    const text = readFileSync(document, "utf8");
    const named = [
      ...text.matchAll(/`((?:src|test|docs|examples|migrations|bench)\/[\w./-]+\.\w+)`/g),
      ...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g),
    ].map(([, path]) => path!);
    expect(named.filter((path) => !path.includes("NNNN") && !existsSync(path))).toEqual([]);
    if (document === "ARCHITECTURE.md") expect(named.length).toBeGreaterThan(20);
  });
});

describe("the checks find", () => {
  test.each([
    ["src/core/plan.ts", 'import { x } from "../db/database.ts";'],
    ["src/core/plan.ts", 'import type { X } from "../engine/actor.ts";'],
    ["src/core/plan.ts", 'import {\n  a,\n  b,\n} from "../db/database.ts";'],
    ["src/contract/entry.ts", 'export * from "../core/ranges.ts";'],
    ["src/db/read.ts", 'import "../engine/actor.ts";'],
    ["src/db/read.ts", 'import { x } from "../connectors/push/input.ts";'],
    ["src/engine/plan.ts", 'import { x } from "../http/app.ts";'],
    ["src/engine/plan.ts", 'import type { Config } from "../config.ts";'],
    ["src/http/app.ts", 'import { startServer } from "../server.ts";'],
    ["src/server.ts", 'import { main } from "./cli/main.ts";'],
    ["src/cli/push.ts", 'import { x } from "../engine/actor.ts";'],
    ["src/cli/push.ts", 'const x = await import("../server.ts");'],
    ["src/cli/serve.ts", 'import { startServer } from "../server.ts";'],
    ["src/http/app.ts", 'import { x } from "../../test/support/test-app.ts";'],
  ])("an import against the direction: %s, %s", (path, text) => {
    expect(findWrongImports(fileOf(path, text))).toHaveLength(1);
  });

  test.each([
    ["src/core/plan.ts", 'import { x } from "../contract/entry.ts";'],
    ["src/engine/plan.ts", 'import { x } from "../db/database.ts";'],
    ["src/http/app.ts", 'import type { Config } from "../config.ts";'],
    ["src/cli/serve.ts", 'const { x } = await import("../server.ts");'],
    ["src/core/plan.test.ts", 'import { x } from "../../test/support/x.ts";'],
    ["src/core/plan.ts", '// import { x } from "../db/database.ts";'],
  ])("nothing wrong with %s, %s", (path, text) => {
    expect(findWrongImports(fileOf(path, text))).toEqual([]);
  });

  test.each([
    ["web/src/pages/syncs/SyncsPage.tsx", 'import { Button } from "react-aria-components";'],
    ["web/src/frame/Frame.tsx", 'import { usePress } from "@react-aria/interactions";'],
    ["web/src/pages/a/A.tsx", 'import { x } from "../../../../src/engine/actor.ts";'],
    ["web/src/pages/a/A.tsx", 'import { x } from "../../../../src/contract/labels.ts";'],
    ["web/src/pages/a/A.tsx", 'import { readFileSync } from "node:fs";'],
  ])("an import that a page may not have: %s, %s", (path, text) => {
    expect(findWrongWebImports(fileOf(path, text))).toHaveLength(1);
  });

  test.each([
    ["web/src/ui/Button.tsx", 'import { Button } from "react-aria-components";'],
    ["web/src/pages/a/A.tsx", 'import { labelOf } from "#contract/labels.ts";'],
    ["web/src/pages/a/A.tsx", 'const page = import("../b/B.tsx");'],
  ])("nothing wrong with the page's import in %s, %s", (path, text) => {
    expect(findWrongWebImports(fileOf(path, text))).toEqual([]);
  });

  test("a page that loads schemas, and not one that takes their types", () => {
    const contract: [string, string][] = [
      ["src/contract/sync.ts", 'import { type Static, Type } from "typebox";'],
      ["src/contract/list.ts", 'import { Sync } from "./sync.ts";'],
      ["src/contract/words.ts", 'import type { Sync } from "./sync.ts";'],
    ];
    const find = (text: string) =>
      findSchemasInWeb(new Map([...contract, ["web/src/api/a.ts", text]]));
    expect(find('import { Sync } from "#contract/sync.ts";')).toHaveLength(1);
    expect(find('import { list } from "#contract/list.ts";')).toHaveLength(1);
    expect(find('import type { Sync } from "#contract/sync.ts";')).toEqual([]);
    expect(find('import { words } from "#contract/words.ts";')).toEqual([]);
  });

  test.each([
    'import { readFileSync } from "node:fs";',
    'import pg from "pg";',
    "const at = Date.now();",
    "const at = new Date();",
    "const n = Math.random();",
  ])("an effect in a pure part: %s", (text) => {
    expect(findImpurities(fileOf("src/core/plan.ts", text))).toHaveLength(1);
    expect(findImpurities(fileOf("src/engine/plan.ts", text))).toEqual([]);
  });

  test("a reader of the environment", () => {
    const text = "const url = process.env.DATABASE_URL;";
    expect(findEnvironmentReaders(fileOf("src/db/database.ts", text))).toHaveLength(1);
    expect(findEnvironmentReaders(fileOf("src/config.ts", text))).toEqual([]);
    expect(findEnvironmentReaders(fileOf("src/cli/push.ts", text))).toEqual([]);
  });

  test("a long file", () => {
    expect(findLongFiles(fileOf("test/long.test.ts", "x\n".repeat(401)))).toHaveLength(1);
    expect(findLongFiles(fileOf("test/long.test.ts", "x\n".repeat(400)))).toEqual([]);
  });

  test.each([
    "src/core/utils.ts",
    "src/helpers/fold.ts",
    "src/http/common.ts",
    "src/engine/manager.ts",
    "src/engine/sync-service.ts",
    "test/support/date-utils.test.ts",
    "src/core/foldName.ts",
    "web/src/ui/foldName.tsx",
    "web/src/ui/Button.ts",
  ])("a name that says nothing or is not kebab-case: %s", (path) => {
    expect(findEmptyNames(fileOf(path, ""))).toEqual([path]);
  });

  test("no fault in names of the product's own words", () => {
    expect(findEmptyNames(fileOf("src/engine/direct-managers.ts", ""))).toEqual([]);
    expect(findEmptyNames(fileOf("web/src/ui/StatusBadge.tsx", ""))).toEqual([]);
  });
});

function fileOf(path: string, text: string): Sources {
  return new Map([[path, text]]);
}
