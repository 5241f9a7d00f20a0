import { useEffect, useRef } from "react";
import { usePreferences } from "../use-preferences.ts";
import { isForPage } from "./is-for-page.ts";

/**
 * What single keys do on a page, by the character: `usePageKeys({ "[": goBack })`. They do nothing while somebody
 * types, under a dialog, and for who has switched them off (WCAG 2.1.4). `undefined` = nothing at the moment.
 */
export function usePageKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const { preferences } = usePreferences();
  const isOn = preferences.singleKeys;
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || event.repeat || !isForPage(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn]);
}
