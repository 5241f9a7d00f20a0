import { useMayChange } from "../../../frame/use-may-change.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { syncMessages } from "../messages.ts";
import { Bar } from "./Bar.tsx";
import { headerMessages } from "./messages.ts";
import { Progress } from "./Progress.tsx";
import type { StatusProps } from "./StatusBar.tsx";

/** A sync that is being worked on, or will be: how far it is, and the way to stop it. */
export function RunningBar({ sync, ...asking }: StatusProps) {
  const t = useMessages(headerMessages);
  const tSync = useMessages(syncMessages);
  const { phase, dryRun, input, progress } = sync;
  const rows = input.sections.reduce((sum, section) => sum + section.rows, 0);
  const title =
    phase === "queued"
      ? t("queuedTitle")
      : phase === "applying"
        ? t("applyingTitle", progress)
        : t(phase === "planning" ? "planningTitle" : "readingTitle", { n: rows });
  return (
    <Bar tone="info" title={title} actions={<CancelSync sync={sync} {...asking} />}>
      <Progress sync={sync} label={title} />
      <p className="muted">
        {phase === "queued" && `${t("queuedText")} `}
        {phase !== "applying" && `${t(dryRun ? "previewPending" : "unchanged")} `}
        {tSync("downloadLater")}
      </p>
    </Bar>
  );
}

/** Cancels a sync of which nothing is applied, and stops one that is being applied; both after a question. */
export function CancelSync({ sync, onAsk, isStopping }: StatusProps) {
  const t = useMessages(headerMessages);
  const mayDecide = useMayChange();
  if (!mayDecide) return null;
  if (isStopping) return <span className="muted">{t("stopping")}</span>;
  return (
    <Button onPress={() => onAsk("cancel")}>
      {t(sync.phase === "applying" ? "stop" : "cancel")}
    </Button>
  );
}
