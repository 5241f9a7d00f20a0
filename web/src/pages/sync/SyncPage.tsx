import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "../../api/api-problem.ts";
import { type Sync, syncQuery } from "../../api/syncs.ts";
import { PropertyNamesProvider } from "../../changes/property-names.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { useMilestones } from "../../live/use-milestones.ts";
import { useSyncEvents } from "../../live/use-sync-events.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { DroppedValuesNotice } from "../../ui/FilterBar.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { useDroppedValues } from "../../url/arrival.ts";
import { MissingSync } from "./MissingSync.tsx";
import { syncMessages } from "./messages.ts";
import { SyncHeader } from "./SyncHeader.tsx";
import { SyncTabs } from "./SyncTabs.tsx";
import { syncSearch } from "./search.ts";
import "./sync.css";

const route = getRouteApi("/frame/syncs/$id");

/** What a sync changed or will change, for whom, and what went wrong. */
export function SyncPage() {
  const { id } = route.useParams();
  // Another sync is another page: nothing of the one before may show in it.
  return <LoadedSync key={id} id={id} />;
}

function LoadedSync({ id }: { id: string }) {
  const t = useMessages(syncMessages);
  const { data: sync, error, refetch, isFetching } = useQuery(syncQuery(id));
  useSyncEvents(sync === undefined || sync.phase === "done" ? null : id);
  useMilestones(sync);
  if (sync !== undefined) return <SyncReport sync={sync} />;
  if (isProblem(error, 404)) return <MissingSync id={id} />;
  if (error !== null) {
    return (
      <ErrorCallout
        error={error}
        title={t("loadFailed")}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  return <SkeletonRows />;
}

function SyncReport({ sync }: { sync: Sync }) {
  const { hasDropped, dismiss } = useDroppedValues(syncSearch);
  return (
    <div className="sync-page">
      <SyncHeader sync={sync} />
      {hasDropped && <DroppedValuesNotice onDismiss={dismiss} />}
      <PropertyNamesProvider>
        <SyncTabs sync={sync} />
      </PropertyNamesProvider>
    </div>
  );
}
