import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { SUBJECT_OF } from "#contract/catalogue.ts";
import { facetsQuery, loadEntries } from "../../../api/entries.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import type { BigGridHandle } from "../../../ui/grid/BigGrid.tsx";
import { useRowPages } from "../../../ui/grid/use-row-pages.ts";
import { loadLater } from "../../../ui/load-later.ts";
import { NOT_WIDE, useMedia } from "../../../ui/use-media.ts";
import { useScrollMemory } from "../../../url/scroll-memory.ts";
import { isFiltered, type SyncSearch, toFilters } from "../search.ts";
import { useNarrowing } from "../use-narrowing.ts";
import { EmptyEntries } from "./EmptyEntries.tsx";
import { EntryFilterBar } from "./EntryFilterBar.tsx";
import { EntryGrid } from "./EntryGrid.tsx";
import { KeyHints } from "./KeyHints.tsx";
import { useEntryKeys } from "./use-entry-keys.ts";
import { useFollowingSelection } from "./use-following-selection.ts";
import { useRefreshedRows } from "./use-refreshed-rows.ts";
import { useSelectedEntry } from "./use-selected-entry.ts";
import "./entries.css";

const DetailsPanel = loadLater(
  async () => (await import("../details/DetailsPanel.tsx")).DetailsPanel,
);
const route = getRouteApi("/frame/syncs/$id");

interface EntriesTabProps {
  sync: Sync;
  kind: "update" | "issue";
}

/** Updates or issues of a report, a row each, with the details of one beside or over them. */
export function EntriesTab({ sync, kind }: EntriesTabProps) {
  const { id } = route.useParams();
  const row = route.useSearch({ select: (search) => search.row });
  const search = useNarrowing();
  const language = useLanguage();
  const isCovering = useMedia(NOT_WIDE);
  const filters = useMemo(() => toFilters(search), [search]);
  const { data: facets } = useQuery(facetsQuery(id, filters));
  const hasOutcome = useHasOutcome(id, kind);
  const selected = useSelectedEntry({ id, row, filters, isCovering });

  const list = JSON.stringify([filters, language]);
  const { start, keep } = useScrollMemory(list);
  const grid = useRef<BigGridHandle>(null);
  const shown = useRowPages({
    key: `${list} ${isPlanned(sync)}`,
    load: (offset, limit, signal) => loadEntries(id, { filters, language, offset, limit, signal }),
    first: start?.index ?? 0,
  });
  useRefreshedRows(shown.rows, sync);

  const { onActive, onOpen } = useFollowingSelection(selected, {
    grid,
    // While the rows before are still shown, a place is one of other rows.
    isReady: shown.rows.total !== undefined && !shown.isStale,
    isRestored: start !== undefined,
  });
  useEntryKeys(grid, selected);

  const known = selected.index === null ? undefined : shown.rows.get(selected.index);
  return (
    <>
      <EntryFilterBar {...{ id, kind, search, facets, hasOutcome }} />
      <div className="entries">
        <div className="entries-main">
          <EntryGrid
            {...{ kind, hasOutcome, onOpen, onActive, start }}
            {...shown}
            ref={grid}
            isBeside={selected.seq !== null && !isCovering}
            subjects={nameSubjects(sync, kind, search)}
            selectedIndex={selected.index}
            onRest={keep}
            empty={<EmptyEntries sync={sync} kind={kind} isNarrowed={isFiltered(search)} />}
          />
        </div>
        {selected.seq !== null && (
          <DetailsPanel
            {...{ id, isCovering }}
            seq={selected.seq}
            known={known?.seq === selected.seq ? known : undefined}
            isElsewhere={selected.isElsewhere}
            onClose={() => {
              selected.close();
              grid.current?.focus();
            }}
          />
        )}
      </div>
      <KeyHints isOpen={selected.seq !== null} />
    </>
  );
}

/** Whether there are entries to show; before the plan is ready there are none. */
function isPlanned({ phase }: Pick<Sync, "phase">): boolean {
  return phase === "awaiting_approval" || phase === "applying" || phase === "done";
}

/** Whether the updates came to different ends, so that each row must say which. */
function useHasOutcome(id: string, kind: "update" | "issue"): boolean {
  const { data } = useQuery({
    ...facetsQuery(id, { kind: ["update"] }),
    enabled: kind === "update",
  });
  const outcomes = Object.values(data?.outcome ?? {}).filter((count) => count > 0);
  return kind === "update" && outcomes.length > 1;
}

/** What the column of names is called. */
function nameSubjects(sync: Sync, kind: "update" | "issue", { entity }: SyncSearch) {
  if (entity?.length === 1) return entity[0] ?? "userOrTeam";
  const { byType } = kind === "update" ? sync.updates : sync.issues;
  const subjects = new Set(
    Object.keys(byType).map((type) => SUBJECT_OF[type as keyof typeof SUBJECT_OF]),
  );
  if (!subjects.has("team")) return "user";
  return subjects.has("user") ? "userOrTeam" : "team";
}
