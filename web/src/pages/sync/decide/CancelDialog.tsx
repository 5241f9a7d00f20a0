import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../../ui/Dialog.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { DecidedDialog } from "./DecidedDialog.tsx";
import { decideMessages } from "./messages.ts";
import { useDecision } from "./use-decision.ts";

interface CancelDialogProps {
  sync: Sync;
  onClose: () => void;
  /** The server was asked to; a sync at work ends a moment later. */
  onAsked: () => void;
}

/** Before a sync is cancelled, or stopped while its updates are being applied. */
export function CancelDialog({ sync, onClose, onAsked }: CancelDialogProps) {
  const t = useMessages(decideMessages);
  const decision = useDecision("cancel");
  const { phase, progress } = sync;
  const isRunning = phase !== "done" && phase !== "awaiting_approval";
  if (!isRunning && (decision.isIdle || decision.isError)) {
    return <DecidedDialog sync={sync} onClose={onClose} />;
  }
  const isApplying = phase === "applying";
  return (
    <ConfirmDialog
      isOpen
      title={t(isApplying ? "stopTitle" : "cancelTitle")}
      confirmLabel={t(isApplying ? "stop" : "cancel")}
      cancelLabel={t("keepRunning")}
      isDanger
      isPending={decision.isPending}
      onClose={onClose}
      onConfirm={() =>
        decision.mutate(
          {},
          {
            onSuccess: () => {
              onAsked();
              onClose();
            },
          },
        )
      }
    >
      <p>{isApplying ? t("stopText", progress) : t("cancelText")}</p>
      {decision.isError && (
        <ErrorCallout error={decision.error} title={t("cancelFailed")} wasChange />
      )}
    </ConfirmDialog>
  );
}
