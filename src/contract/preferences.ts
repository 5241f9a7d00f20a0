import { type Static, Type } from "typebox";
import { LANGUAGES } from "./language.ts";
import { orNull } from "./values.ts";
import { TimeZone } from "./workspace.ts";

export const THEMES = ["system", "light", "dark"] as const;

/** How a person likes the pages; the same in every workspace and browser. */
export const Preferences = Type.Object(
  {
    language: orNull(
      Type.Enum([...LANGUAGES], {
        description: "Null = as the browser asks, else the workspace's.",
      }),
    ),
    theme: Type.Enum([...THEMES]),
    timeZone: orNull(TimeZone),
    singleKeys: Type.Boolean({
      description: "Whether single keys are shortcuts (WCAG 2.1.4).",
    }),
  },
  { additionalProperties: false },
);
export type Preferences = Static<typeof Preferences>;

/** A change: only the keys given change. */
export const PreferencesPatch = Type.Partial(Preferences, { additionalProperties: false });
export type PreferencesPatch = Static<typeof PreferencesPatch>;

/** `timeZone` null = the workspace's. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  theme: "system",
  timeZone: null,
  singleKeys: true,
};
