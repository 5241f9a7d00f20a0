import { describe, expect, test } from "vitest";
import { defineMessages, fillMessage, spaceFrench } from "./messages.ts";

const messages = defineMessages(
  {
    title: "Sync history",
    ask: "Ask {admin}.",
    rows: { one: "{n} row", other: "{n} rows" },
  } as const,
  {
    title: "Historique : synchronisations",
    ask: "Demandez à {admin} !",
    rows: { one: "{n} ligne", many: "{n} de lignes", other: "{n} lignes" },
  },
);
const say = (language: "en" | "fr", key: string, values = {}) =>
  fillMessage(messages, language, key, values).join("");

describe("a message", () => {
  test("fills its places", () => {
    expect(say("en", "title")).toBe("Sync history");
    expect(say("en", "ask", { admin: "Zoé {n}" })).toBe("Ask Zoé {n}.");
  });

  test("counts as its language counts", () => {
    expect(say("en", "rows", { n: 0 })).toBe("0 rows");
    expect(say("en", "rows", { n: 1 })).toBe("1 row");
    expect(say("en", "rows", { n: 92_021 })).toBe("92,021 rows");
    expect(say("fr", "rows", { n: 0 })).toBe("0 ligne");
    expect(say("fr", "rows", { n: 1200 })).toBe("1\u202f200 lignes");
    expect(say("fr", "rows", { n: 1_000_000 })).toBe("1\u202f000\u202f000 de lignes");
  });

  test("keeps elements as they are, between the pieces of text", () => {
    const element = { type: "b" };
    expect(fillMessage(messages, "en", "ask", { admin: element })).toEqual(["Ask ", element, "."]);
  });

  test("says when a value or the message is missing", () => {
    expect(() => say("en", "ask")).toThrow("{admin}");
    expect(() => say("en", "gone")).toThrow('no message "gone"');
  });

  test("in French has the spaces that French sets", () => {
    expect(say("fr", "title")).toBe("Historique\u00a0: synchronisations");
    expect(spaceFrench("Vraiment ? « oui » ; 5 %")).toBe(
      "Vraiment\u202f? «\u00a0oui\u00a0»\u202f; 5\u00a0%",
    );
  });
});
