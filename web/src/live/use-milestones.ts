import { useEffect, useRef } from "react";
import type { Sync } from "../api/syncs.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { announce } from "../ui/announce.ts";
import { describeStatus } from "../ui/describe-status.ts";
import { liveMessages } from "./messages.ts";

type Seen = Pick<Sync, "id" | "phase"> & { isHalfway: boolean };

function look({ id, phase, progress: { done, total } }: Sync): Seen {
  return { id, phase, isHalfway: phase === "applying" && total > 0 && done * 2 >= total };
}

/** Says aloud when the sync that is shown reaches a new phase, its half, or its end. */
export function useMilestones(sync: Sync | undefined): void {
  const t = useMessages(liveMessages);
  const language = useLanguage();
  const seen = useRef<Seen | null>(null);
  useEffect(() => {
    if (sync === undefined) return;
    const before = seen.current;
    const now = look(sync);
    seen.current = now;
    if (before === null || before.id !== now.id) return;
    if (before.phase === now.phase) {
      if (now.isHalfway && !before.isHalfway) announce(t("half"));
      return;
    }
    if (now.phase === "done") {
      announce(t("finished", { status: describeStatus(sync, language).label }));
    } else if (
      now.phase === "planning" ||
      now.phase === "awaiting_approval" ||
      now.phase === "applying"
    ) {
      announce(t(now.phase));
    }
  }, [sync, t, language]);
}
