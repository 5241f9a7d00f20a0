import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { syncFacetsQuery } from "../../api/sync-history.ts";
import type { Sync } from "../../api/syncs.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { dayOf } from "../../i18n/zoned-day.ts";
import { RunNewSync } from "../../run-new-sync/RunNewSync.tsx";
import { RunSyncDialog } from "../../run-new-sync/run-sync-dialog.ts";
import { useSavedViews } from "../../saved-views/use-saved-views.ts";
import { ViewButtons } from "../../saved-views/ViewButtons.tsx";
import { ViewTabs } from "../../saved-views/ViewTabs.tsx";
import { DroppedValuesNotice } from "../../ui/FilterBar.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { Switch } from "../../ui/Switch.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useDroppedValues } from "../../url/arrival.ts";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { FailuresCallout } from "./FailuresCallout.tsx";
import { History } from "./History.tsx";
import { useSyncList } from "./list/use-sync-list.ts";
import { syncsMessages } from "./messages.ts";
import { SyncFilterBar } from "./SyncFilterBar.tsx";
import { isFiltered, type SyncsSearch, syncsSearch, toFilters, VIEW_NAMES } from "./search.ts";
import { TrendStrip } from "./trend/TrendStrip.tsx";

const NoSyncsYet = loadLater(async () => (await import("./NoSyncsYet.tsx")).NoSyncsYet);
const route = getRouteApi("/frame/syncs");

/** The history of syncs: is provisioning healthy, and which sync do I open? */
export function SyncsPage() {
  const t = useMessages(syncsMessages);
  const search = route.useSearch();
  const { pick } = useSearchChanges<SyncsSearch>();
  const { hasDropped, dismiss } = useDroppedValues(syncsSearch);
  const { timeZone } = useFormats();
  const filters = useFilters(search);
  const syncs = useSyncList(filters, !isFiltered(search));
  const { data: facets } = useQuery(syncFacetsQuery(filters));
  const viewed = { page: "syncs", search, read: syncsSearch.read, names: VIEW_NAMES };
  const saved = useSavedViews(viewed);
  const [again, setAgain] = useState<Sync | null>(null);
  const isNew =
    !isFiltered(search) &&
    syncs.list.isSuccess &&
    !syncs.list.isPlaceholderData &&
    syncs.rows.length + syncs.pinned.length === 0;

  return (
    <>
      <PageHeader title={t("title")} actions={<RunNewSync />} />
      {hasDropped && <DroppedValuesNotice onDismiss={dismiss} />}
      {again !== null && <RunSyncDialog sync={again} onClose={() => setAgain(null)} />}
      {isNew ? (
        <NoSyncsYet />
      ) : (
        <>
          <FailuresCallout />
          <TrendStrip
            onDays={(from, to) =>
              pick({ within: undefined, after: dayOf(from, timeZone), before: dayOf(to, timeZone) })
            }
          />
          <ViewTabs list={viewed} saved={saved} allLabel={t("allSyncs")} />
          <SyncFilterBar
            search={search}
            facets={facets}
            end={
              <>
                {isFiltered(search) && facets && <span>{t("syncs", { n: facets.total })}</span>}
                <Switch
                  label={t("settings")}
                  isSelected={search.settings === true}
                  onChange={(isOn) => pick({ settings: isOn ? true : undefined })}
                />
                <ViewButtons page="syncs" saved={saved} onSaved={({ id }) => pick({ view: id })} />
              </>
            }
          />
          <History search={search} filters={filters} syncs={syncs} onRunAgain={setAgain} />
        </>
      )}
    </>
  );
}

/** The filters stay the same object until the address or the day changes. */
function useFilters(search: SyncsSearch) {
  const { timeZone } = useFormats();
  const now = useNow();
  const today = dayOf(now, timeZone);
  return useMemo(() => toFilters(search, today, timeZone), [search, today, timeZone]);
}
