import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Time } from "../../../ui/Time.tsx";
import { syncMessages } from "../messages.ts";
import { Bar, Note } from "./Bar.tsx";
import { headerMessages } from "./messages.ts";
import { Progress } from "./Progress.tsx";
import { RowsLink } from "./RowsLink.tsx";
import { CancelSync } from "./RunningBar.tsx";
import type { StatusProps } from "./StatusBar.tsx";

/** Who let the sync through and when; then how far it is, or what came of it. */
export function ApprovedBar({ sync, ...asking }: StatusProps) {
  const t = useMessages(headerMessages);
  const rich = useRichMessages(headerMessages);
  const tSync = useMessages(syncMessages);
  const { decision, phase, progress, updates } = sync;
  const isDone = phase === "done";
  const title =
    decision === null
      ? null
      : rich("approvedBy", {
          who: decision.by,
          time: <Time at={decision.at} show="long" />,
        });
  const applying = t("applyingTitle", progress);
  return (
    <Bar
      tone={isDone ? "good" : "info"}
      icon={isDone ? "check" : null}
      title={title}
      actions={isDone ? undefined : <CancelSync sync={sync} {...asking} />}
    >
      {isDone && t("approvedDone", { n: updates.applied })}
      {isDone && updates.skipped > 0 && (
        <>
          {" "}
          {t("skippedInReview", { n: updates.skipped })}{" "}
          <RowsLink search={{ outcome: ["skipped"] }}>{t("showThem")}</RowsLink>
        </>
      )}
      {phase === "queued" && t("approvedQueued")}
      {phase === "applying" && applying}
      {!isDone && <Progress sync={sync} label={applying} />}
      {!isDone && <p className="muted">{tSync("downloadLater")}</p>}
      <Note label={t("note")} text={decision?.comment ?? null} />
    </Bar>
  );
}
