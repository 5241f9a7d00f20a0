import type { Language } from "#contract/language.ts";
import { useLanguageChoice } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import type { IconName } from "../ui/icons/paths.ts";
import { Menu, MenuChoices } from "../ui/Menu.tsx";
import { frameMessages } from "./messages.ts";
import { type Theme, useTheme } from "./theme.ts";

/** Each language by its own name, so that it is found by who does not read the other. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", fr: "Français" };
const THEME_ICONS: Readonly<Record<Theme, IconName>> = {
  system: "monitor",
  light: "sun",
  dark: "moon",
};

/** Chooses light, dark, or as the device is. */
export function ThemeMenu() {
  const t = useMessages(frameMessages);
  const { theme, chooseTheme } = useTheme();
  const names = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };
  return (
    <Menu
      placement="top start"
      trigger={
        <Button
          tone="quiet"
          icon={THEME_ICONS[theme]}
          aria-label={`${t("theme")}: ${names[theme]}`}
        >
          {t("theme")}
        </Button>
      }
    >
      <MenuChoices<Theme>
        label={t("theme")}
        value={theme}
        onChange={chooseTheme}
        options={[
          { value: "system", label: names.system },
          { value: "light", label: names.light },
          { value: "dark", label: names.dark },
        ]}
      />
    </Menu>
  );
}

/** Chooses the language of the pages. */
export function LanguageMenu() {
  const t = useMessages(frameMessages);
  const { language, choose } = useLanguageChoice();
  return (
    <Menu
      placement="top start"
      trigger={
        <Button
          tone="quiet"
          icon="globe"
          aria-label={`${t("language")}: ${LANGUAGE_NAMES[language]}`}
        >
          {LANGUAGE_NAMES[language]}
        </Button>
      }
    >
      <MenuChoices<Language>
        label={t("language")}
        value={language}
        onChange={choose}
        options={[
          { value: "en", label: LANGUAGE_NAMES.en },
          { value: "fr", label: LANGUAGE_NAMES.fr },
        ]}
      />
    </Menu>
  );
}
