import { type Static, Type } from "typebox";
import { GivenName, Time } from "./values.ts";

/** The most views that one person may keep in a workspace. */
export const MOST_VIEWS = 100;

const Page = Type.String({
  pattern: "^[a-z][a-z-]{0,39}$",
  description: "Which list: syncs, users, teams, report, audit …",
});
const Search = Type.String({
  maxLength: 4000,
  pattern: "^[^\\u0000-\\u001f\\u007f]*$",
  description: "The filters as the page's address has them, without the question mark.",
});
const Shared = Type.Boolean({
  description: "For everybody in the workspace, or only for oneself.",
});

/** A list under a name. */
export const SavedView = Type.Object(
  {
    id: Type.String(),
    page: Page,
    name: Type.String(),
    search: Search,
    shared: Shared,
    mine: Type.Boolean(),
    editable: Type.Boolean({ description: "Whether the caller may change and delete it." }),
    createdBy: Type.String(),
    createdAt: Time,
    updatedAt: Time,
  },
  { $id: "SavedView" },
);
export type SavedView = Static<typeof SavedView>;

export const NewSavedView = Type.Object(
  { page: Page, name: GivenName, search: Search, shared: Shared },
  { additionalProperties: false },
);
export type NewSavedView = Static<typeof NewSavedView>;

/** Only what is given changes. */
export const SavedViewChange = Type.Object(
  {
    name: Type.Optional(GivenName),
    search: Type.Optional(Search),
    shared: Type.Optional(Shared),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type SavedViewChange = Static<typeof SavedViewChange>;
