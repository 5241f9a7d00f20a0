import { useEffect, useState } from "react";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Dialog, DialogButtons } from "../../../ui/Dialog.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { decideMessages } from "./messages.ts";

/** Takes the place of a question that somebody else has answered, or that time has. */
export function DecidedDialog({ sync, onClose }: { sync: Sync; onClose: () => void }) {
  const t = useMessages(decideMessages);
  const isWaiting = sync.phase === "awaiting_approval";
  return (
    <Dialog
      isOpen
      title={t(sync.decision === null && !isWaiting ? "overTitle" : "decidedTitle")}
      onClose={onClose}
    >
      <p role="status">
        <Outcome sync={sync} /> {t("notInYourName")}
      </p>
      <p>
        <StatusBadge sync={sync} />
      </p>
      <DialogButtons onCancel={onClose} cancelLabel={t("close")} />
    </Dialog>
  );
}

const BY_REASON = {
  approved_by_person: "byApproved",
  rejected_by_person: "byRejected",
} as const;

function Outcome({ sync: { decision, phase } }: { sync: Sync }) {
  const t = useMessages(decideMessages);
  const rich = useRichMessages(decideMessages);
  if (decision === null) return t(phase === "done" ? "overText" : "byOther");
  const when = <SecondsAgo at={decision.at} />;
  if (decision.reason === "expired") return rich("byExpired", { when });
  if (decision.reason === "superseded") return rich("bySuperseded", { when });
  return rich(BY_REASON[decision.reason], { who: <b>{decision.by}</b>, when });
}

/** "4 seconds ago", which counts on; after a minute as everywhere. */
function SecondsAgo({ at }: { at: string }) {
  const { recent } = useFormats();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <time dateTime={at}>{recent(new Date(at), now)}</time>;
}
