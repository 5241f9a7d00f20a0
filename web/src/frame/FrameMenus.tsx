import type { Language } from "#contract/language.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { Menu, MenuChoices } from "../ui/Menu.tsx";
import { LANGUAGE_NAMES, THEME_ICONS } from "./choice-looks.ts";
import { frameMessages } from "./messages.ts";
import { type Theme, useTheme } from "./theme.ts";
import { usePreferences } from "./use-preferences.ts";

/** Chooses light, dark, or as the device is. */
export function ThemeMenu() {
  const t = useMessages(frameMessages);
  const theme = useTheme();
  const { change } = usePreferences();
  const names = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };
  return (
    <Menu
      placement="top start"
      trigger={
        <Button
          tone="quiet"
          icon={THEME_ICONS[theme]}
          aria-label={t("nameIs", { name: t("theme"), value: names[theme] })}
        >
          {t("theme")}
        </Button>
      }
    >
      <MenuChoices<Theme>
        label={t("theme")}
        value={theme}
        onChange={(next) => change({ theme: next })}
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
  const language = useLanguage();
  const { change } = usePreferences();
  return (
    <Menu
      placement="top start"
      trigger={
        <Button
          tone="quiet"
          icon="globe"
          aria-label={t("nameIs", { name: t("language"), value: LANGUAGE_NAMES[language] })}
        >
          {LANGUAGE_NAMES[language]}
        </Button>
      }
    >
      <MenuChoices<Language>
        label={t("language")}
        value={language}
        onChange={(next) => change({ language: next })}
        options={[
          { value: "en", label: LANGUAGE_NAMES.en },
          { value: "fr", label: LANGUAGE_NAMES.fr },
        ]}
      />
    </Menu>
  );
}
