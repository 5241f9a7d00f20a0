import { useEffect, useRef } from "react";

/** What each key does: `{ c: copyLink, Escape: close }`. */
export type KeyPresses = Readonly<Record<string, (() => void) | undefined>>;

const TYPED_INTO = "input, textarea, select, [contenteditable]";
/** Menus and dialogs have keys of their own. */
const HAS_OWN_KEYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/**
 * Single keys of a page. They are off while somebody types, with Ctrl, Alt or Cmd, in menus and in dialogs; except, with
 * `inside`, in the dialog that has this mark.
 */
export function useKeyPresses(presses: KeyPresses, inside?: string): void {
  const newest = useRef(presses);
  useEffect(() => {
    newest.current = presses;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isCommand(event)) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(TYPED_INTO) !== null) return;
      const owner = target.closest(HAS_OWN_KEYS);
      if (owner !== null && (inside === undefined || !owner.matches(`:has(${inside})`))) return;
      const press = newest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (press === undefined) return;
      event.preventDefault();
      press();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [inside]);
}

/** With AltGr, which counts as Ctrl and Alt, some keyboards write brackets: that is a character, not a command. */
function isCommand(event: KeyboardEvent): boolean {
  if (event.metaKey) return true;
  return (event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph");
}
