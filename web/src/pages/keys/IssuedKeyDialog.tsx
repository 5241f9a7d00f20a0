import { useState } from "react";
import type { IssuedApiKey } from "../../api/api-keys.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { ConfirmDialog, Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { keysMessages } from "./messages.ts";

/** Shows a key the one time that it can be read. Closing asks when it was not copied. */
export function IssuedKeyDialog({
  issued,
  onClose,
}: {
  issued: IssuedApiKey;
  onClose: () => void;
}) {
  const t = useMessages(keysMessages);
  const [isCopied, setIsCopied] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const sample = curlSample(window.location.origin, issued.key);
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
    <Dialog
      title={t("issuedTitle", { name: issued.name })}
      isOpen
      isModal
      size="wide"
      onClose={close}
    >
      <Callout tone="caution">{t("issuedOnce")}</Callout>
      {/* Whoever selects the text by hand copies it as well. */}
      <div className="key-line" onCopy={() => setIsCopied(true)}>
        <TextField label={t("keyLabel")} value={issued.key} isReadOnly />
        <CopyButton
          text={issued.key}
          what={t("copyKeyWhat")}
          size="usual"
          onCopied={() => setIsCopied(true)}
        >
          {t("copyKey")}
        </CopyButton>
      </div>
      {issued.scope !== "read" && (
        <figure className="key-sample">
          <figcaption>
            {t("sample")}
            <CopyButton
              text={sample}
              what={t("copySampleWhat")}
              onCopied={() => setIsCopied(true)}
            />
          </figcaption>
          <pre>{sample}</pre>
        </figure>
      )}
      <div className="dialog-buttons">
        <Button tone="primary" onPress={close}>
          {t("done")}
        </Button>
      </div>
    </Dialog>
  );
}

/** A push of three files with this key, as the documentation has it. */
function curlSample(origin: string, key: string): string {
  return [
    `curl ${origin}/api/v1/provisioning/csv \\`,
    `  -H "Authorization: Bearer ${key}" \\`,
    "  -F members=@members.csv \\",
    "  -F teams=@teams.csv \\",
    "  -F teamsMappings=@teams-mappings.csv",
  ].join("\n");
}
