import { labelOfFailure } from "#contract/failure-labels.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { RunNewSync } from "../../../run-new-sync/RunNewSync.tsx";
import { Bar, Note } from "./Bar.tsx";
import { useCanceller } from "./ClosedBar.tsx";
import { headerMessages } from "./messages.ts";
import { RowsLink } from "./RowsLink.tsx";

/** Why a sync failed, what of it was applied, and what to do. */
export function FailedBar({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const cause = useCause(sync);
  const { updates, failure, decision, plannedAt } = sync;
  const isStopped = failure?.code === "stopped_by_person";
  const part = { a: updates.applied, b: updates.planned };
  return (
    <Bar
      tone="danger"
      icon="warning"
      title={cause}
      actions={<RunNewSync sync={sync} tone="plain" />}
    >
      {plannedAt === null && t("failedBeforePlan")}
      {plannedAt !== null && updates.applied === 0 && t("noneApplied")}
      {updates.applied > 0 && (
        <>
          {t(isStopped ? "stoppedPart" : "failedPart", part)}{" "}
          <RowsLink search={{ outcome: ["applied"] }}>{t("seeApplied")}</RowsLink>
        </>
      )}
      <Note label={t("note")} text={decision?.comment ?? null} />
    </Bar>
  );
}

/** The cause in the language of the page; what a source says of itself stays as it says it. */
function useCause(sync: Sync): string {
  const t = useMessages(headerMessages);
  const language = useLanguage();
  const canceller = useCanceller(sync);
  const { code = "", message = "" } = sync.failure ?? {};
  if (code === "stopped_by_person") {
    return canceller === undefined ? t("stopped") : t("stoppedBy", { who: canceller.name });
  }
  return labelOfFailure(code, language) ?? message;
}
