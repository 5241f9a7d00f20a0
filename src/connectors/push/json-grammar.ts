import { TokenType } from "@streamparser/json";

/** How deep lists and objects may stand in each other. */
export const MAX_DEPTH = 32;

type Expectation = "value" | "first_item" | "key" | "first_key" | "colon" | "next" | "end";

/** What a lawful token does: starts a list or object, ends one, names a key, or is a plain value. */
export type JsonStep = "open_object" | "open_array" | "close" | "key" | "value" | "none";

/** Follows the grammar of JSON (RFC 8259) token by token. `depth` is the number of open lists and objects. */
export interface JsonGrammar {
  depth(): number;
  isComplete(): boolean;
  /** What the token does; `undefined` = it may not stand here. `depth` is already that behind the token. */
  step(token: TokenType): JsonStep | undefined;
}

/** A grammar before the first token. */
export function createJsonGrammar(): JsonGrammar {
  /** Of each open container: whether it is a list. */
  const open: boolean[] = [];
  let expected: Expectation = "value";
  return {
    depth: () => open.length,
    isComplete: () => expected === "end",
    step(token) {
      switch (token) {
        case TokenType.LEFT_BRACE:
          if (!expectsValue()) return undefined;
          open.push(false);
          expected = "first_key";
          return "open_object";
        case TokenType.LEFT_BRACKET:
          if (!expectsValue()) return undefined;
          open.push(true);
          expected = "first_item";
          return "open_array";
        case TokenType.RIGHT_BRACE:
          if (open.at(-1) !== false || (expected !== "first_key" && expected !== "next")) {
            return undefined;
          }
          return close();
        case TokenType.RIGHT_BRACKET:
          if (open.at(-1) !== true || (expected !== "first_item" && expected !== "next")) {
            return undefined;
          }
          return close();
        case TokenType.COLON:
          if (expected !== "colon") return undefined;
          expected = "value";
          return "none";
        case TokenType.COMMA:
          if (expected !== "next") return undefined;
          expected = open.at(-1) === true ? "value" : "key";
          return "none";
        case TokenType.STRING:
          if (expected === "key" || expected === "first_key") {
            expected = "colon";
            return "key";
          }
          return takeValue();
        default:
          return takeValue();
      }
    },
  };

  function expectsValue(): boolean {
    return expected === "value" || expected === "first_item";
  }

  function takeValue(): JsonStep | undefined {
    if (!expectsValue()) return undefined;
    expected = open.length === 0 ? "end" : "next";
    return "value";
  }

  function close(): JsonStep {
    open.pop();
    expected = open.length === 0 ? "end" : "next";
    return "close";
  }
}
