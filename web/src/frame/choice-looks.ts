import type { Language } from "#contract/language.ts";
import type { IconName } from "../ui/icons/paths.ts";
import type { Theme } from "./theme.ts";

/** Each language by its own name, so that it is found by who does not read the other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", fr: "Français" };

export const THEME_ICONS: Readonly<Record<Theme, IconName>> = {
  system: "monitor",
  light: "sun",
  dark: "moon",
};
