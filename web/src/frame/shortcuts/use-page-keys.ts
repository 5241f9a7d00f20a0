import { type KeyPresses, useKeyPresses } from "../../ui/use-key-presses.ts";
import { usePreferences } from "../use-preferences.ts";

/**
 * The keys of a page, as {@link useKeyPresses} takes them; single characters do nothing for who has switched them off
 * (WCAG 2.1.4).
 */
export function usePageKeys(presses: KeyPresses, inside?: string): void {
  const { preferences } = usePreferences();
  const named = Object.entries(presses).filter(([key]) => key.length > 1);
  useKeyPresses(preferences.singleKeys ? presses : Object.fromEntries(named), inside);
}
