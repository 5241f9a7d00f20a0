import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import { uiMessages } from "./messages.ts";
import "./dialog.css";

interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Where it comes from; details of a row from the end, a menu from the start. */
  side?: "start" | "end";
  /** Wide sheets hold lists; a window that is narrower has no room beside them. */
  size?: "usual" | "wide";
  /** The heading is heard only, because the content has one of its own. */
  isTitleHidden?: boolean;
  children: ReactNode;
}

/** A page at the edge, over the page, for narrow windows, long forms and lists of one thing. Escape and a press beside it close it. */
export function Sheet({
  title,
  isOpen,
  onClose,
  side = "end",
  size = "usual",
  isTitleHidden = false,
  children,
}: SheetProps) {
  const t = useMessages(uiMessages);
  return (
    <ModalOverlay
      className="backdrop"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames("sheet", `is-${side}`, size === "wide" && "is-wide")}>
        <AriaDialog className="sheet-dialog">
          <div className={classNames("sheet-head", isTitleHidden && "is-bare")}>
            <Heading slot="title" level={2} className={isTitleHidden ? "heard" : ""}>
              {title}
            </Heading>
            <Button tone="quiet" icon="close" aria-label={t("close")} onPress={onClose} />
          </div>
          <div className="sheet-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
