import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { causesQuery } from "../../api/entries.ts";
import type { Sync } from "../../api/syncs.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { loadLater } from "../../ui/load-later.ts";
import { Tabs } from "../../ui/Tabs.tsx";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { syncMessages } from "./messages.ts";
import { NO_FILTERS, SYNC_TABS, type SyncSearch, type SyncTab } from "./search.ts";
import { sortCauses } from "./troubleshooting/sort-causes.ts";

/** The largest part by far: head and tabs stand before it. */
const EntriesTab = loadLater(async () => (await import("./entries/EntriesTab.tsx")).EntriesTab);
const TroubleshootingTab = loadLater(
  async () => (await import("./troubleshooting/TroubleshootingTab.tsx")).TroubleshootingTab,
);
const ActivityTab = loadLater(async () => (await import("./ActivityTab.tsx")).ActivityTab);
const route = getRouteApi("/frame/syncs/$id");

/** Types and reasons of updates are not those of issues; whom one looks for stays. */
const { entity: _, q: __, ...FILTERS_OF_A_KIND } = NO_FILTERS;

/** The parts of a report: its rows of both kinds, what causes the issues, and who did what. */
export function SyncTabs({ sync }: { sync: Sync }) {
  const t = useMessages(syncMessages);
  const language = useLanguage();
  const { id } = route.useParams();
  const tab = route.useSearch({ select: ({ tab = "updates" }) => tab });
  const { pick } = useSearchChanges<SyncSearch>();
  const { data: causes } = useQuery(causesQuery(id, language));
  const isPlanned = sync.plannedAt !== null;
  const counts: Record<SyncTab, number | undefined> = {
    // Before there is a plan it is not that there are none.
    updates: isPlanned ? sync.updates.planned : undefined,
    issues: isPlanned ? sync.issues.total : undefined,
    // What is expected or only informs asks for nothing.
    troubleshooting:
      causes === undefined || !isPlanned ? undefined : sortCauses(causes).open.length,
    activity: undefined,
  };
  return (
    <Tabs
      isTall
      label={t("tabs")}
      tabs={SYNC_TABS.map((value) => ({ value, label: t(value), count: counts[value] }))}
      value={tab}
      onChange={(value) =>
        pick({
          tab: value === "updates" ? undefined : value,
          ...FILTERS_OF_A_KIND,
          row: undefined,
        })
      }
    >
      {tab === "updates" && <EntriesTab sync={sync} kind="update" />}
      {tab === "issues" && <EntriesTab sync={sync} kind="issue" />}
      {tab === "troubleshooting" && <TroubleshootingTab sync={sync} />}
      {tab === "activity" && <ActivityTab sync={sync} />}
    </Tabs>
  );
}
