import { expect, it } from "vitest";
import { matchesWords } from "./matches-words.ts";

it.each([
  ["Run new sync", "", true],
  ["Run new sync", "new", true],
  ["Run new sync", "sync run", true],
  ["Run new sync", "RUN N", true],
  ["Run new sync", "ync", false],
  ["Run new sync", "run key", false],
  ["Thème : Sombre", "theme sombre", true],
  ["Clés d’API", "cles api", true],
  ["Clés d’API", "clés d'api", true],
  ["Langue : Français", "francais", true],
  ["Users", "?!", false],
])("%j is found by %j: %s", (label, typed, isFound) => {
  expect(matchesWords(label, typed)).toBe(isFound);
});
