import { useMessages } from "../../i18n/use-messages.ts";
import { copyText } from "../../ui/CopyButton.tsx";
import { showToast } from "../../ui/toasts.ts";
import { copyLinkMessages } from "./messages.ts";

/** What a link leads to: one thing, a list as it is shown, or what a row of it is about. */
export type LinkTarget = "page" | "view" | { name: string; path: string };

/** Copies a link, of the page's address unless a row is given, and says so. */
export function useCopyLink(): (target: LinkTarget) => void {
  const t = useMessages(copyLinkMessages);
  return (target) => {
    const isRow = typeof target === "object";
    const text = isRow
      ? t("rowCopied", { name: target.name })
      : t(target === "view" ? "viewCopied" : "copied");
    const { href } = window.location;
    copyText(isRow ? new URL(target.path, href).href : href).then(
      () => showToast({ text }),
      () => showToast({ tone: "danger", text: t("failed") }),
    );
  };
}
