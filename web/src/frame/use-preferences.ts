import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Language } from "#contract/language.ts";
import type { Preferences } from "#contract/preferences.ts";
import { call } from "../api/call.ts";
import { type Me, meQuery } from "../api/me.ts";
import { useLanguageChoice } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { showToast } from "../ui/toasts.ts";
import { frameMessages } from "./messages.ts";
import { chooseTheme, type Theme } from "./theme.ts";

/** Somebody who is not signed in has none of their own. */
const NONE: Preferences = { language: null, theme: "system", timeZone: null, singleKeys: true };

/** How the person likes the pages. A change holds at once here, and is kept with the account of who is signed in. */
export function usePreferences(): {
  preferences: Preferences;
  change: (part: Partial<Preferences>) => void;
} {
  const t = useMessages(frameMessages);
  const queryClient = useQueryClient();
  const { choose } = useLanguageChoice();
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const save = useMutation({
    mutationFn: (part: Partial<Preferences>) =>
      call("PATCH /api/v1/me", { body: { preferences: part } }),
    onSuccess: (next) => queryClient.setQueryData(meQuery.queryKey, next),
    onError: () => showToast({ tone: "danger", text: t("preferencesNotSaved") }),
  });
  return {
    preferences: me?.preferences ?? NONE,
    change(part) {
      if (part.language != null) choose(part.language);
      if (part.theme !== undefined) chooseTheme(part.theme);
      if (me === undefined) return;
      queryClient.setQueryData<Me>(
        meQuery.queryKey,
        (before) => before && { ...before, preferences: { ...before.preferences, ...part } },
      );
      save.mutate(part);
    },
  };
}

/** What the account says wins over what this browser remembers, whenever it becomes known or changes. */
export function useAccountPreferences(
  me: Me | undefined,
  workspaceLanguage: string | undefined,
): void {
  const { choose, isChosen } = useLanguageChoice();
  const theme: Theme | undefined = me?.preferences.theme;
  const asked = me?.preferences.language;
  // Null = as the browser asks, else the workspace's.
  const fallback: Language | null = workspaceLanguage?.startsWith("fr") === true ? "fr" : null;
  const language = asked ?? (isChosen ? null : fallback);
  useEffect(() => {
    if (theme !== undefined) chooseTheme(theme);
  }, [theme]);
  useEffect(() => {
    if (language != null) choose(language);
  }, [language, choose]);
}
