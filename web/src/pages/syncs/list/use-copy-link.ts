import { useMessages } from "../../../i18n/use-messages.ts";
import { copyText } from "../../../ui/CopyButton.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { syncsMessages } from "../messages.ts";

/** Copies the address of a sync's report, and says so. */
export function useCopyLink(): (path: string) => void {
  const t = useMessages(syncsMessages);
  return (path) => {
    copyText(new URL(path, window.location.origin).href).then(
      () => showToast({ text: t("linkCopied") }),
      () => showToast({ tone: "danger", text: t("copyFailed") }),
    );
  };
}
