import { usePageKeys } from "../shortcuts/use-page-keys.ts";
import { findFocusedRow, isInTree } from "./find-focused-row.ts";
import { useCopyLink } from "./use-copy-link.ts";

/** C copies the link of the row that has the focus, or else of the page. */
export function useCopyKey(page: "page" | "view"): void {
  const copy = useCopyLink();
  usePageKeys({
    c: () => {
      if (!isInTree()) copy(findFocusedRow() ?? page);
    },
  });
}
