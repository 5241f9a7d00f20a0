import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useCopyKey } from "../../../frame/copy-link/use-copy-key.ts";
import { usePageKeys } from "../../../frame/shortcuts/use-page-keys.ts";

const ROW_LINK = ".row-link";

/**
 * Keys of the list: J and K move from row to row, from anywhere on the page; so do the arrows
 * while a row has the focus; C copies its link, or that of the list.
 */
export function useRowKeys<Holder extends HTMLElement>(): {
  ref: RefObject<Holder | null>;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  const holder = useRef<Holder>(null);
  useCopyKey("view");
  const move = (step: 1 | -1) => {
    const links: (Element | null)[] = [
      ...(holder.current?.querySelectorAll<HTMLElement>(ROW_LINK) ?? []),
    ];
    const at = links.indexOf(document.activeElement);
    const next = links[at === -1 ? 0 : at + step];
    if (next instanceof HTMLElement) next.focus();
  };
  const focused = () => {
    const active = document.activeElement;
    return active instanceof HTMLAnchorElement && active.matches(ROW_LINK) ? active : null;
  };
  usePageKeys({
    j: () => move(1),
    k: () => move(-1),
  });
  return {
    ref: holder,
    onKeyDown(event) {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (hasModifier || focused() === null) return;
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    },
  };
}
