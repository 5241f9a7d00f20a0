/** How a page is looked at. */
export interface Look {
  language: "en" | "fr";
  theme: "light" | "dark";
  width: number;
  height: number;
}

export const DEFAULT_LOOK: Look = { language: "en", theme: "light", width: 1440, height: 900 };

/** Both languages at both ends of the widths; themes are checked within each, see `expectAccessible`. */
export const LOOKS: readonly Look[] = (["en", "fr"] as const).flatMap((language) =>
  [1440, 360].map((width) => ({
    ...DEFAULT_LOOK,
    ...{ language, width, height: width === 360 ? 740 : 900 },
  })),
);

/** What a browser says of a person with this look. */
export function contextOptionsOf({ language, theme, width, height }: Look) {
  return {
    locale: language === "fr" ? "fr-CA" : "en-CA",
    colorScheme: theme,
    viewport: { width, height },
  };
}
