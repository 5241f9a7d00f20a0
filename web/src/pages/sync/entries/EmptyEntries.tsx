import { Link } from "@tanstack/react-router";
import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useSearchChanges } from "../../../url/use-search-state.ts";
import { NO_FILTERS, type SyncSearch } from "../search.ts";
import { entriesMessages } from "./messages.ts";

interface EmptyEntriesProps {
  sync: Sync;
  kind: "update" | "issue";
  /** Filters hide whatever rows there are. */
  isNarrowed: boolean;
}

/** Instead of rows: why there are none, and what to do. */
export function EmptyEntries({ sync, kind, isNarrowed }: EmptyEntriesProps) {
  const t = useMessages(entriesMessages);
  const { pick } = useSearchChanges<SyncSearch>();
  const { phase, status, updates } = sync;
  if (phase === "queued" || phase === "reading" || phase === "planning") {
    return (
      <EmptyState icon="clock" title={t("processing")}>
        {t("processingText")}
      </EmptyState>
    );
  }
  if (isNarrowed) {
    return (
      <EmptyState
        icon="filter"
        title={t("noneMatch")}
        actions={
          <Button onPress={() => pick({ ...NO_FILTERS, row: undefined })}>
            {t("clearFilters")}
          </Button>
        }
      />
    );
  }
  if (status === "failed" && updates.planned === 0) {
    return <EmptyState title={t("endedUnplanned")}>{t("failedUnplanned")}</EmptyState>;
  }
  if (status === "cancelled" && updates.planned === 0) {
    return <EmptyState title={t("endedUnplanned")}>{t("cancelledUnplanned")}</EmptyState>;
  }
  return kind === "update" ? <NoUpdates sync={sync} /> : <NoIssues sync={sync} />;
}

function NoUpdates({ sync: { issues, input } }: { sync: Sync }) {
  const t = useMessages(entriesMessages);
  if (issues.total > 0) {
    return (
      <EmptyState
        icon="check"
        title={t("noUpdates")}
        actions={
          <Link to="." search={{ tab: "issues" } satisfies SyncSearch as object}>
            {t("showIssues")}
          </Link>
        }
      >
        {t("noUpdatesIssues", { n: issues.total })}
      </EmptyState>
    );
  }
  const people = input.sections.find(({ section }) => section === "members")?.rows;
  return (
    <EmptyState icon="check" title={t("upToDate")}>
      {people === undefined ? t("checkedNothing") : t("checkedNoChanges", { n: people })}
    </EmptyState>
  );
}

function NoIssues({ sync: { phase, status, dryRun, updates } }: { sync: Sync }) {
  const t = useMessages(entriesMessages);
  const n = updates.planned;
  const isApplied = phase === "done" && n > 0 && updates.applied === n;
  const isReady = n > 0 && (phase === "awaiting_approval" || (dryRun && status === "completed"));
  return (
    <EmptyState icon="check" title={t("noIssues")}>
      {isApplied ? t("allApplied", { n }) : isReady ? t("allPlanned", { n }) : null}
    </EmptyState>
  );
}
