import { defineSearch, flag, text } from "../../url/search.ts";

/** What the address can say about the API keys. */
export const keysSearch = defineSearch({
  /** The key whose requests are open. */
  requests: text(40),
  /** Of its requests only those that were refused. */
  refused: flag(),
});

export type KeysSearch = ReturnType<typeof keysSearch.read>;
