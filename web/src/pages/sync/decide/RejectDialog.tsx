import { useState } from "react";
import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../../ui/Dialog.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { DecidedDialog } from "./DecidedDialog.tsx";
import { decideMessages } from "./messages.ts";
import { useDecision } from "./use-decision.ts";

const MOST_WORDS = 2000;

/** Before a sync is refused; the reason is up to the person. */
export function RejectDialog({ sync, onClose }: { sync: Sync; onClose: () => void }) {
  const t = useMessages(decideMessages);
  const [reason, setReason] = useState("");
  const decision = useDecision("reject");
  if (sync.phase !== "awaiting_approval" && (decision.isIdle || decision.isError)) {
    return <DecidedDialog sync={sync} onClose={onClose} />;
  }
  const { planned } = sync.updates;
  return (
    <ConfirmDialog
      isOpen
      title={planned === 0 ? t("rejectNoneTitle") : t("rejectTitle", { n: planned })}
      confirmLabel={planned === 0 ? t("rejectNone") : t("reject", { n: planned })}
      isPending={decision.isPending}
      onClose={onClose}
      onConfirm={() => decision.mutate({ comment: reason }, { onSuccess: onClose })}
    >
      <p>{t("rejectText")}</p>
      <TextField
        label={t("reason")}
        hint={t("noteHint")}
        value={reason}
        onChange={setReason}
        maxLength={MOST_WORDS}
        isLong
        isOptional
      />
      {decision.isError && (
        <ErrorCallout error={decision.error} title={t("rejectFailed")} wasChange />
      )}
    </ConfirmDialog>
  );
}
