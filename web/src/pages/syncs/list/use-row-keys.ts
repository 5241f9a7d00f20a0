import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  J: 1,
  ArrowUp: -1,
  k: -1,
  K: -1,
};

/** J, K and the arrows move from row to row while one of the row's links has the focus. */
export function useRowKeys() {
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = STEPS[event.key];
      const { target } = event;
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (step === undefined || hasModifier) return;
      if (!(target instanceof HTMLElement) || !target.matches(".row-link")) return;
      const links = [...event.currentTarget.querySelectorAll<HTMLElement>(".row-link")];
      const next = links[links.indexOf(target) + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    },
  };
}
