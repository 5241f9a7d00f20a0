import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Bar } from "./Bar.tsx";
import { Effects } from "./Effects.tsx";
import { Limits } from "./Limits.tsx";
import { headerMessages } from "./messages.ts";

/** A preview: what the data would do, and whether it would wait for approval. */
export function PreviewBar({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  return (
    <Bar tone="neutral" icon="eye" title={t("previewDone")}>
      {sync.updates.planned > 0 && <Effects sync={sync} />}
      <Limits title={t("wouldWait")} limits={sync.thresholds} />
    </Bar>
  );
}
