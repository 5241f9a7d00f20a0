import type { RefObject } from "react";
import { usePageKeys } from "../../../frame/shortcuts/use-page-keys.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { announce } from "../../../ui/announce.ts";
import { copyText } from "../../../ui/CopyButton.tsx";
import type { BigGridHandle } from "../../../ui/grid/BigGrid.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { entriesMessages } from "./messages.ts";
import type { SelectedEntry } from "./use-selected-entry.ts";

/** The keys of a list of entries, wherever on the page the focus is; also in the sheet of details. */
export function useEntryKeys(
  grid: RefObject<BigGridHandle | null>,
  { seq, close }: SelectedEntry,
): void {
  const t = useMessages(entriesMessages);
  const copyLink = async () => {
    const text = t(seq === null ? "viewLinkCopied" : "linkCopied");
    await copyText(window.location.href);
    showToast({ text });
    announce(text);
  };
  usePageKeys(
    {
      j: () => grid.current?.move(1),
      k: () => grid.current?.move(-1),
      c: () => void copyLink(),
      Escape: seq === null ? undefined : close,
    },
    ".entry-details",
  );
}
