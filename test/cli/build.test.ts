import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildProgram } from "../../bin/build.js";

const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const LONG_AGO = new Date("2020-01-01T00:00:00Z");
const SOON = new Date(Date.now() + 60_000);

let root: string;
const at = (path: string) => join(root, path);
const source = (text: string) => writeFileSync(at("src/cli/main.ts"), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "muster-build-"));
  mkdirSync(at("src/cli"), { recursive: true });
  symlinkSync(MODULES, at("node_modules"));
  const compilerOptions = { module: "NodeNext", rootDir: "src", types: [] };
  writeFileSync(at("package.json"), '{ "type": "module" }');
  writeFileSync(at("tsconfig.build.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  source("export const answer: number = 1;");
  writeFileSync(at("src/extra.ts"), "export {};");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const touch = (time: Date, ...paths: string[]) => {
  for (const path of paths) utimesSync(at(path), time, time);
};

test("builds what is missing, and again only after a change", () => {
  buildProgram(root);
  expect(readFileSync(at("dist/cli/main.js"), "utf8")).toContain("answer = 1");

  writeFileSync(at("dist/cli/main.js"), "// as it was left");
  touch(SOON, "dist/cli/main.js");
  buildProgram(root);
  expect(readFileSync(at("dist/cli/main.js"), "utf8")).toBe("// as it was left");

  source("export const answer: number = 2;");
  touch(LONG_AGO, "dist/cli/main.js");
  buildProgram(root);
  expect(readFileSync(at("dist/cli/main.js"), "utf8")).toContain("answer = 2");
});

test("a source that was removed leaves nothing behind", () => {
  buildProgram(root);
  expect(existsSync(at("dist/extra.js"))).toBe(true);
  rmSync(at("src/extra.ts"));
  touch(SOON, "src");
  buildProgram(root);
  expect(existsSync(at("dist/extra.js"))).toBe(false);
});

test("sources that do not build leave the last build as it was, and say where", () => {
  buildProgram(root);
  source("export const answer = ;");
  touch(SOON, "src/cli/main.ts");
  expect(() => buildProgram(root)).toThrow(/main\.ts.*expected/s);
  expect(readFileSync(at("dist/cli/main.js"), "utf8")).toContain("answer = 1");
});

test("without a compiler, what is built runs, and what is not says what to do", () => {
  buildProgram(root);
  rmSync(at("node_modules"));
  touch(LONG_AGO, "dist/cli/main.js");
  buildProgram(root);
  rmSync(at("dist"), { recursive: true });
  expect(() => buildProgram(root)).toThrow(/npm ci/);
});

test("an installation without sources is taken as it is", () => {
  buildProgram(root);
  for (const path of ["src", "tsconfig.build.json", "node_modules"]) {
    rmSync(at(path), { recursive: true });
  }
  buildProgram(root);
  expect(existsSync(at("dist/cli/main.js"))).toBe(true);
});
