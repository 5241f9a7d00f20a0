import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Cause, causesQuery } from "../../../api/entries.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../../ui/Skeleton.tsx";
import { EmptyEntries } from "../entries/EmptyEntries.tsx";
import { CauseCard } from "./CauseCard.tsx";
import { troubleshootingMessages } from "./messages.ts";
import { sortCauses } from "./sort-causes.ts";
import "./troubleshooting.css";

const route = getRouteApi("/frame/syncs/$id");

/** The issues of a report by their causes: what each did, and what mends it. */
export function TroubleshootingTab({ sync }: { sync: Sync }) {
  const t = useMessages(troubleshootingMessages);
  const language = useLanguage();
  const { id } = route.useParams();
  const { data: causes, error, refetch, isFetching } = useQuery(causesQuery(id, language));
  if (causes === undefined) {
    return error === null ? (
      <SkeletonRows rows={3} />
    ) : (
      <ErrorCallout
        error={error}
        title={t("loadFailed")}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  if (causes.length === 0) {
    return (
      <div className="boxed-empty">
        <EmptyEntries sync={sync} kind="issue" isNarrowed={false} />
      </div>
    );
  }
  const { open, information, expected } = sortCauses(causes);
  return (
    <>
      {open.length > 0 ? (
        <Causes sync={sync} causes={open} label={t("listLabel")} />
      ) : (
        <EmptyState icon="check" title={t("allExpected")}>
          {t("allExpectedText")}
        </EmptyState>
      )}
      {information.length > 0 && (
        <CauseGroup title={t("information")} hint={t("informationHint")}>
          <Causes sync={sync} causes={information} label={t("information")} />
        </CauseGroup>
      )}
      {expected.length > 0 && (
        <CauseGroup title={t("expected")} hint={t("expectedHint")}>
          <Causes sync={sync} causes={expected} label={t("expected")} />
        </CauseGroup>
      )}
    </>
  );
}

function CauseGroup({
  title,
  hint,
  children,
}: {
  title: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <section className="cause-group">
      <h2>{title}</h2>
      <p className="muted">{hint}</p>
      {children}
    </section>
  );
}

function Causes({ sync, causes, label }: { sync: Sync; causes: readonly Cause[]; label: string }) {
  return (
    <ul className="causes" aria-label={label}>
      {causes.map((cause) => (
        <CauseCard key={`${cause.type} ${cause.reason}`} sync={sync} cause={cause} />
      ))}
    </ul>
  );
}
