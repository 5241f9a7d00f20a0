import { defineSearch, oneOf, text } from "../../url/search.ts";

/** The dialogs that a link may open. Nothing that takes anything away is among them. */
export const LINKED_DIALOGS = ["link", "unlink"] as const;

export const userSearch = defineSearch({
  dialog: oneOf(LINKED_DIALOGS),
  /** What the dialog that links begins with. */
  externalId: text(),
});

export type UserSearch = ReturnType<typeof userSearch.read>;
