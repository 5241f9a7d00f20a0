import { useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { ConfirmDialog, Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { adminsMessages } from "./messages.ts";

/** Shows a one-time link the one time that it can be read. Closing asks when it was not copied. */
export function LinkDialog({
  name,
  path,
  onClose,
}: {
  name: string;
  path: string;
  onClose: () => void;
}) {
  const t = useMessages(adminsMessages);
  const [isCopied, setIsCopied] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const link = new URL(path, window.location.origin).href;
  const close = () => (isCopied ? onClose() : setIsLeaving(true));
  if (isLeaving) {
    return (
      <ConfirmDialog
        title={t("notCopiedTitle")}
        isOpen
        isDanger
        onClose={() => setIsLeaving(false)}
        cancelLabel={t("stay")}
        confirmLabel={t("closeAnyway")}
        onConfirm={onClose}
      >
        <p>{t("notCopiedText")}</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={t("linkTitle", { name })} isOpen isModal size="wide" onClose={close}>
      <Callout tone="caution">{t("linkOnce", { name })}</Callout>
      {/* Whoever selects the text by hand copies it as well. */}
      <div className="link-line" onCopy={() => setIsCopied(true)}>
        <TextField label={t("linkLabel")} value={link} isReadOnly />
        <CopyButton
          text={link}
          what={t("copyLinkWhat")}
          size="usual"
          onCopied={() => setIsCopied(true)}
        >
          {t("copyLink")}
        </CopyButton>
      </div>
      <div className="dialog-buttons">
        <Button tone="primary" onPress={close}>
          {t("done")}
        </Button>
      </div>
    </Dialog>
  );
}
