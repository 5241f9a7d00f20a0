import { usePageKeys } from "./use-page-keys.ts";

/** `/` goes to the search field of a page, `F` opens its first filter. */
export function useFindKeys(): void {
  usePageKeys({ "/": focusSearch, f: openFirstFilter });
}

function focusSearch(): void {
  document.querySelector<HTMLElement>("[data-search-field]")?.focus();
}

/** As the arrow does on its button, so that the focus goes into the menu; a click made by a script leaves it outside. */
function openFirstFilter(): void {
  const button = document.querySelector<HTMLElement>("[data-first-filter] button");
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
}
