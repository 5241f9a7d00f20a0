import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import type { CommandGroup } from "../../ui/CommandMenu.tsx";
import { LANGUAGE_NAMES, THEME_ICONS } from "../choice-looks.ts";
import { frameMessages } from "../messages.ts";
import { THEMES, useTheme } from "../theme.ts";
import { useMayChange } from "../use-may-change.ts";
import { usePreferences } from "../use-preferences.ts";
import { useSignOut } from "../use-sign-out.ts";
import { paletteMessages } from "./messages.ts";
import type { PaletteAction } from "./palette-action.ts";

interface Runs {
  onAction: (action: PaletteAction) => void;
  onShortcuts: () => void;
  onClose: () => void;
}

/** What can be done from anywhere: to the workspace, by who may; and to how oneself sees it. */
export function useActions({ onAction, onShortcuts, onClose }: Runs): {
  work: CommandGroup;
  own: CommandGroup;
  help: CommandGroup;
} {
  const t = useMessages(paletteMessages);
  const frame = useMessages(frameMessages);
  const mayChange = useMayChange();
  const theme = useTheme();
  const language = useLanguage();
  const { change } = usePreferences();
  const signOut = useSignOut();
  const doAndClose = (what: () => void) => () => {
    onClose();
    what();
  };
  const start = (id: PaletteAction) => () => onAction(id);
  const themes = {
    system: frame("themeSystem"),
    light: frame("themeLight"),
    dark: frame("themeDark"),
  };
  const work: CommandGroup = {
    title: t("paletteActions"),
    commands: mayChange
      ? [
          { id: "run", label: t("run"), icon: "refresh", onRun: start("run") },
          { id: "addUser", label: t("addUser"), icon: "add", onRun: start("addUser") },
          { id: "addTeam", label: t("addTeam"), icon: "add", onRun: start("addTeam") },
          { id: "addKey", label: t("addKey"), icon: "key", onRun: start("addKey") },
        ]
      : [],
  };
  const own: CommandGroup = {
    title: frame("account"),
    commands: [
      ...THEMES.filter((each) => each !== theme).map((each) => ({
        id: `theme-${each}`,
        label: frame("nameIs", { name: frame("theme"), value: themes[each] }),
        icon: THEME_ICONS[each],
        onRun: doAndClose(() => change({ theme: each })),
      })),
      ...(["en", "fr"] as const)
        .filter((each) => each !== language)
        .map((each) => ({
          id: `language-${each}`,
          label: frame("nameIs", { name: frame("language"), value: LANGUAGE_NAMES[each] }),
          icon: "globe" as const,
          onRun: doAndClose(() => change({ language: each })),
        })),
      {
        id: "sign-out",
        label: frame("signOut"),
        icon: "exit",
        onRun: doAndClose(() => void signOut()),
      },
    ],
  };
  const help: CommandGroup = {
    title: t("paletteHelp"),
    commands: [
      { id: "shortcuts", label: t("shortcuts"), icon: "info", onRun: onShortcuts },
      { id: "docs", label: t("apiReference"), icon: "external", onRun: openReference },
    ],
  };
  return { work, own, help };
}

/** The API's own pages are not of these. */
function openReference(): void {
  window.location.assign("/api/docs");
}
