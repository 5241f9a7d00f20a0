import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const HERE = import.meta.dirname;
const files = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);
/** A French text, or a line of one. */
const FRENCH = /\bfr: *["`].*|^.*[’àâçéèêëîïôûùœ].*$/gmu;
/** An ordinary space, at which a browser or a terminal may break the line. */
const LOOSE = /[\p{L}\p{N})}’»%] [:;!?»](?=[\s"`]|$)|« /u;

test.each(files)("in %s, French signs do not stand alone at the begin of a line", (name) => {
  const texts = readFileSync(join(HERE, name), "utf8").match(FRENCH) ?? [];
  const isCode = /^\s*(\*|\/\*|\/\/)/;
  expect(texts.filter((text) => !isCode.test(text) && LOOSE.test(text))).toEqual([]);
});
