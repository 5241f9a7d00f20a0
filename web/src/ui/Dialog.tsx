import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import { uiMessages } from "./messages.ts";
import "./dialog.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Cancel, Escape, or a press beside it. */
  onClose: () => void;
  /** Wide dialogs hold forms or samples. */
  size?: "usual" | "wide";
  /** A press beside it must not lose what was typed or shown once. */
  isModal?: boolean;
  children: ReactNode;
}

/** Asks or shows something before the page goes on. For yes-or-no questions see ConfirmDialog. */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = "usual",
  isModal = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className="backdrop"
      isOpen={isOpen}
      isDismissable={!isModal}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames("dialog-frame", size === "wide" && "is-wide")}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons of a dialog: Cancel, which has the focus first, then what is to be done. */
export function DialogButtons({
  onCancel,
  cancelLabel,
  hasFocus = true,
  children,
}: {
  onCancel: () => void;
  cancelLabel?: string;
  /** False where a field takes the focus. */
  hasFocus?: boolean;
  children?: ReactNode;
}) {
  const t = useMessages(uiMessages);
  return (
    <div className="dialog-buttons">
      <Button onPress={onCancel} autoFocus={hasFocus}>
        {cancelLabel ?? t("cancel")}
      </Button>
      {children}
    </div>
  );
}

interface ConfirmDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** Verb, object and count: "Approve and delete 4,003 users". */
  confirmLabel: string;
  /** Where "Cancel" could be taken for what is asked. */
  cancelLabel?: string;
  isDanger?: boolean;
  isPending?: boolean;
  isConfirmDisabled?: boolean;
  children?: ReactNode;
}

/** Asks before something that cannot be undone. The focus is on Cancel. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirmLabel,
  cancelLabel,
  isDanger = false,
  isPending = false,
  isConfirmDisabled = false,
  children,
}: ConfirmDialogProps) {
  return (
    <ModalOverlay
      className="backdrop"
      isOpen={isOpen}
      isDismissable={!isPending}
      onOpenChange={(open) => {
        if (!open && !isPending) onClose();
      }}
    >
      <Modal className="dialog-frame">
        <AriaDialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <DialogButtons onCancel={onClose} {...(cancelLabel === undefined ? {} : { cancelLabel })}>
            <Button
              tone={isDanger ? "danger" : "primary"}
              onPress={onConfirm}
              isPending={isPending}
              isDisabled={isConfirmDisabled}
            >
              {confirmLabel}
            </Button>
          </DialogButtons>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
