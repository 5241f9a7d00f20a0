#!/usr/bin/env node
// @ts-check
/** The command `muster`: builds what is missing or older than its sources, then hands over to the built command line. */
import { buildPages, buildProgram } from "./build.js";

try {
  buildProgram();
  const command = process.argv[2];
  if (command === "serve" || command === "demo") buildPages();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

const { main } = await import(new URL("../dist/cli/main.js", import.meta.url).href);
await main(process.argv.slice(2));
