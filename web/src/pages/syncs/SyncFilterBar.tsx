import type { ReactNode } from "react";
import type { SyncBadge } from "#contract/sync-badge.ts";
import { labelOfBadge } from "#contract/sync-badge-label.ts";
import type { SyncFacets } from "../../api/sync-history.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { DateRangeChip } from "../../ui/DateRangeChip.tsx";
import { ClearFilters, FilterBar } from "../../ui/FilterBar.tsx";
import { FilterChip, type FilterOption } from "../../ui/FilterChip.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { StatusIcon } from "../../ui/StatusBadge.tsx";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { syncsMessages } from "./messages.ts";
import { isFiltered, NO_FILTERS, SPANS, type SyncsSearch } from "./search.ts";

/** What asks for something first, then how most end, then the rest. */
const STATUS_ORDER: readonly SyncBadge[] = [
  "needs_approval",
  "pending",
  "failed",
  "completed_with_issues",
  "completed",
  "approved",
  "rejected",
  "expired",
  "superseded",
  "cancelled",
  "preview",
];

interface SyncFilterBarProps {
  search: SyncsSearch;
  facets: SyncFacets | undefined;
  /** At the end of the bar. */
  end: ReactNode;
}

/** Search and filters of the history, each value with how many syncs it would show. */
export function SyncFilterBar({ search, facets, end }: SyncFilterBarProps) {
  const t = useMessages(syncsMessages);
  const language = useLanguage();
  const { pick, type } = useSearchChanges<SyncsSearch>();
  const listed = <Value,>(values: readonly Value[]) => (values.length === 0 ? undefined : values);
  const { status = [], source = [], by = [] } = search;
  return (
    <FilterBar end={end}>
      <SearchField
        label={t("search")}
        value={search.q ?? ""}
        onChange={(q) => type({ q: q === "" ? undefined : q })}
      />
      <FilterChip
        isFirst
        label={t("status")}
        value={status}
        onChange={(values) => pick({ status: listed(values) })}
        options={STATUS_ORDER.map((value) => ({
          value,
          label: labelOfBadge(value, language),
          glyph: <StatusIcon badge={value} />,
          count: facets && (facets.badge[value] ?? 0),
        }))}
      />
      <FilterChip
        label={t("source")}
        value={source}
        onChange={(values) => pick({ source: listed(values) })}
        options={withChosen(
          facets?.source.map(({ id, name, count }) => ({ value: id, label: name, count })) ?? [],
          source,
        )}
      />
      <DateRangeChip
        label={t("started")}
        spans={SPANS.map((value) => ({ value, label: t(`span${value}`) }))}
        value={{ span: search.within, after: search.after, before: search.before }}
        onChange={({ span, after, before }) => pick({ within: span, after, before })}
      />
      <FilterChip
        label={t("startedBy")}
        value={by}
        onChange={(values) => pick({ by: listed(values) })}
        options={withChosen(sumByName(facets?.actor ?? []), by)}
      />
      {isFiltered(search) && <ClearFilters onClear={() => pick(NO_FILTERS)} />}
    </FilterBar>
  );
}

/** A person and a key may have one name, which is what is filtered by. */
function sumByName(actors: SyncFacets["actor"]): FilterOption<string>[] {
  const counts = new Map<string, number>();
  for (const { name, count } of actors) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].map(([name, count]) => ({ value: name, label: name, count }));
}

/** What is chosen can be taken back also where nothing has it any more. */
function withChosen(
  options: readonly FilterOption<string>[],
  chosen: readonly string[],
): FilterOption<string>[] {
  const gone = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...gone.map((value) => ({ value, label: value, count: 0 }))];
}
