import { type RefObject, useEffect, useRef, useState } from "react";
import type { Verb } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { classNames } from "../../../ui/class-names.ts";
import { loadLater } from "../../../ui/load-later.ts";
import { ApprovedBar } from "./ApprovedBar.tsx";
import { ClosedBar } from "./ClosedBar.tsx";
import { FailedBar } from "./FailedBar.tsx";
import { headerMessages } from "./messages.ts";
import { PreviewBar } from "./PreviewBar.tsx";
import { RunningBar } from "./RunningBar.tsx";
import { WaitingBar } from "./WaitingBar.tsx";

const DecisionDialog = loadLater(
  async () => (await import("../decide/DecisionDialog.tsx")).DecisionDialog,
);
/** How the sync stands, where that asks for more than its badge: every state but a plain completed one. */
export function StatusBar({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const bar = useRef<HTMLElement>(null);
  useFocusAfterChange(bar, `${sync.status} ${sync.phase}`);
  const [asked, setAsked] = useState<Verb | null>(null);
  const [isStopping, setIsStopping] = useState(false);
  const content = chooseBar({ sync, onAsk: setAsked, isStopping });
  const isWaiting = sync.phase === "awaiting_approval";
  return (
    <>
      {content !== null && (
        <section
          ref={bar}
          tabIndex={-1}
          aria-label={t("bar")}
          className={classNames("sync-bar", isWaiting && "is-sticky")}
        >
          {content}
        </section>
      )}
      <DecisionDialog
        sync={sync}
        verb={asked}
        onClose={() => setAsked(null)}
        onCancelled={() => setIsStopping(true)}
      />
    </>
  );
}

/** What a bar is about, and how its buttons ask. */
export interface StatusProps {
  sync: Sync;
  onAsk: (verb: Verb) => void;
  /** A person has asked to stop it; it ends when what is at hand is done. */
  isStopping: boolean;
}

function chooseBar({ sync, onAsk, isStopping }: StatusProps) {
  const running = { sync, onAsk, isStopping };
  switch (sync.status) {
    case "pending":
      return sync.phase === "awaiting_approval" ? (
        <WaitingBar sync={sync} onAsk={onAsk} />
      ) : (
        <RunningBar {...running} />
      );
    case "approved":
      return <ApprovedBar {...running} />;
    case "rejected":
    case "cancelled":
      return <ClosedBar sync={sync} />;
    case "failed":
      return <FailedBar sync={sync} />;
    case "completed":
      return sync.dryRun ? <PreviewBar sync={sync} /> : null;
  }
}

/** The button that had the focus goes with the state it belonged to: the bar takes it, so that nobody is lost. */
function useFocusAfterChange(bar: RefObject<HTMLElement | null>, state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    // A dialog that closes gives the focus back first, to what may be gone by now.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) bar.current?.focus({ preventScroll: true });
    }, 100);
    return () => clearTimeout(timer);
  }, [bar, state]);
}
