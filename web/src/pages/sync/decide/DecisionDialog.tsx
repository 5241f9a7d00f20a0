import type { Verb } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";
import { ApproveDialog } from "./ApproveDialog.tsx";
import { CancelDialog } from "./CancelDialog.tsx";
import { RejectDialog } from "./RejectDialog.tsx";

interface DecisionDialogProps {
  sync: Sync;
  /** What the person wants to say; `null` = nothing is asked. */
  verb: Verb | null;
  onClose: () => void;
  /** The server was asked to cancel. */
  onCancelled: () => void;
}

/** The question before a decision. It outlives the state it was asked in, to tell when somebody else was faster. */
export function DecisionDialog({ sync, verb, onClose, onCancelled }: DecisionDialogProps) {
  switch (verb) {
    case "approve":
      return <ApproveDialog sync={sync} onClose={onClose} />;
    case "reject":
      return <RejectDialog sync={sync} onClose={onClose} />;
    case "cancel":
      return <CancelDialog sync={sync} onClose={onClose} onAsked={onCancelled} />;
    case null:
      return null;
  }
}
