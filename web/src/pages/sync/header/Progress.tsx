import { useEffect, useState } from "react";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { shareDone } from "../../../live/share-done.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { addSample, estimateRemaining, type ProgressSample } from "./estimate-remaining.ts";
import { headerMessages } from "./messages.ts";

/** How far the updates are applied and about how long it still takes; where nobody knows, that it goes on. */
export function Progress({ sync, label }: { sync: Sync; label: string }) {
  const t = useMessages(headerMessages);
  const { duration, percent } = useFormats();
  const left = useRemaining(sync);
  const { phase, progress } = sync;
  if (phase === "queued") return null;
  const share = phase === "applying" ? shareDone(progress) : null;
  return (
    <div className="sync-progress">
      <ProgressBar value={share} label={label} isLabelHidden />
      {share !== null && <span className="number">{percent(share)}</span>}
      {left !== null && (
        <span className="muted number">{t("about", { duration: duration(left) })}</span>
      )}
    </div>
  );
}

/** The time that is left while updates are applied, from how fast that went since the page watches. */
function useRemaining({ phase, progress: { done, total } }: Sync): number | null {
  const [samples, setSamples] = useState<readonly ProgressSample[]>([]);
  const isApplying = phase === "applying";
  useEffect(() => {
    if (isApplying) setSamples((before) => addSample(before, { at: Date.now(), done }));
  }, [isApplying, done]);
  return isApplying ? estimateRemaining(samples, total, samples.at(-1)?.at ?? 0) : null;
}
