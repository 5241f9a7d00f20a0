import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readApiDocument } from "./read-api-document.ts";
import { renderApiTypes } from "./render-api-types.ts";

const target = fileURLToPath(new URL("../src/api/schema.d.ts", import.meta.url));
const biome = fileURLToPath(new URL("../../node_modules/.bin/biome", import.meta.url));

writeFileSync(target, renderApiTypes(await readApiDocument()));
const { status, stderr } = spawnSync(biome, ["format", "--write", target], { encoding: "utf8" });
if (status !== 0) throw new Error(stderr);
