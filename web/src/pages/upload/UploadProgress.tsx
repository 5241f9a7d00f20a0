import { useBlocker } from "@tanstack/react-router";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { showToast } from "../../ui/toasts.ts";
import { formatSize } from "./format-size.ts";
import { uploadMessages } from "./messages.ts";
import type { Upload } from "./use-upload.ts";

/** How far the upload is. Leaving the page asks first. */
export function UploadProgress({ upload }: { upload: Upload }) {
  const t = useMessages(uploadMessages);
  const language = useLanguage();
  const { sent, total } = upload.progress;
  const isSent = total > 0 && sent >= total;
  const label = isSent
    ? t("reading")
    : t("uploading", { sent: formatSize(sent, language), total: formatSize(total, language) });
  const leaving = useBlocker({
    shouldBlockFn: () => true,
    enableBeforeUnload: true,
    withResolver: true,
  });
  const cancel = () => {
    upload.cancel();
    showToast({ text: t("cancelled") });
  };
  return (
    <div className="upload-progress">
      <ProgressBar value={isSent || total === 0 ? null : sent / total} label={label} />
      <Button onPress={cancel}>{t("cancel")}</Button>
      <ConfirmDialog
        title={t("leaveTitle")}
        isOpen={leaving.status === "blocked"}
        isDanger
        onClose={() => leaving.reset?.()}
        onConfirm={() => {
          upload.cancel();
          leaving.proceed?.();
        }}
        cancelLabel={t("stay")}
        confirmLabel={t("leave")}
      >
        <p>{t("leaveText")}</p>
      </ConfirmDialog>
    </div>
  );
}
