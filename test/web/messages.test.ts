import { expect, test } from "vitest";
import {
  checkMessages,
  compareMessages,
  listMessageFiles,
} from "../../web/build/check-messages.ts";

test("every word of the pages is there in both languages, with the same places", async () => {
  expect(listMessageFiles("web/src").length).toBeGreaterThan(3);
  expect(await checkMessages("web/src")).toEqual([]);
});

test.each([
  ["a word without French", { a: "A" }, {}],
  ["a word without English", {}, { a: "A" }],
  ["an empty word", { a: "A" }, { a: " " }],
  ["another place", { a: "Ask {admin}" }, { a: "Demandez à {nom}" }],
  ["a plural in one language", { a: { one: "{n} row", other: "{n} rows" } }, { a: "{n} lignes" }],
  [
    "a French plural without many",
    { a: { one: "{n} row", other: "{n} rows" } },
    { a: { one: "{n} ligne", other: "{n} lignes" } },
  ],
  [
    "a place that only one form has",
    { a: { one: "{n} row", other: "{n} rows" } },
    { a: { one: "{n} ligne de {x}", many: "{n} de lignes", other: "{n} lignes" } },
  ],
])("finds %s", (_, en, fr) => {
  expect(compareMessages(en as Record<string, string>, fr as Record<string, string>)).toHaveLength(
    1,
  );
});

test("lets a form leave the number out", () => {
  const en = { a: { one: "One row", other: "{n} rows" } };
  const fr = { a: { one: "Une ligne", many: "{n} de lignes", other: "{n} lignes" } };
  expect(compareMessages(en, fr)).toEqual([]);
});
