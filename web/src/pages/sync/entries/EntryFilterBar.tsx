import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { type EntryType, type Outcome, REASONS, type Reason } from "#contract/catalogue.ts";
import { DATA_TYPE_LABELS, OUTCOME_LABELS } from "#contract/labels.ts";
import { REASON_LABELS } from "#contract/reason-labels.ts";
import { causesQuery, type Facets } from "../../../api/entries.ts";
import { usePropertyNames } from "../../../changes/property-names.tsx";
import { useLanguage } from "../../../i18n/language.tsx";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { FilterBar } from "../../../ui/FilterBar.tsx";
import { FilterChip, type FilterOption } from "../../../ui/FilterChip.tsx";
import { Glyph } from "../../../ui/Glyph.tsx";
import { glyphOf } from "../../../ui/glyph-of.ts";
import { useSearchChanges } from "../../../url/use-search-state.ts";
import { ENTITIES, type SyncSearch } from "../search.ts";
import { AppliedFilters } from "./AppliedFilters.tsx";
import { EntrySearch } from "./EntrySearch.tsx";
import { entriesMessages } from "./messages.ts";
import { RowCount } from "./RowCount.tsx";
import { useTypeLabels } from "./use-type-labels.ts";

interface EntryFilterBarProps {
  id: string;
  kind: "update" | "issue";
  search: SyncSearch;
  facets: Facets | undefined;
  /** Not all rows came to the same. */
  hasOutcome: boolean;
}

/** What the rows are narrowed by, and how many are left. Not drawn anew with each row that is opened. */
export const EntryFilterBar = memo(function EntryFilterBar({
  id,
  kind,
  search,
  facets,
  hasOutcome,
}: EntryFilterBarProps) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  const labelOfType = useTypeLabels();
  const { pick } = useSearchChanges<SyncSearch>();
  // Whose details are open may not be among the rows any more.
  const choose = (change: Partial<SyncSearch>) => pick({ ...change, row: undefined });
  const reasons = useReasons(id, kind, search);
  const fields = useFields(kind, facets, search.field);
  const { entity = [], type = [], field = [], outcome = [], reason = [] } = search;

  return (
    <FilterBar end={<RowCount id={id} kind={kind} search={search} facets={facets} />}>
      <EntrySearch value={search.q ?? ""} />
      <FilterChip
        label={t("entities")}
        value={entity}
        onChange={(values) => choose({ entity: orNone(values) })}
        options={ENTITIES.map((value) => ({
          ...{ value, label: DATA_TYPE_LABELS[value][language] },
          count: facets?.subject[value],
        }))}
      />
      <FilterChip
        isFirst
        label={t("type")}
        value={type}
        onChange={(values) => choose({ type: orNone(values) })}
        options={listTypes(facets, kind, type).map((value) => ({
          ...{ value, label: labelOfType(value), glyph: <Glyph kind={glyphOf(value)} /> },
          count: facets?.type[value] ?? 0,
        }))}
      />
      {fields.length > 1 && (
        <FilterChip
          label={t("field")}
          value={field}
          onChange={(values) => choose({ field: orNone(values) })}
          options={fields}
        />
      )}
      {hasOutcome && (
        <FilterChip
          label={t("outcome")}
          value={outcome}
          onChange={(values) => choose({ outcome: orNone(values) })}
          options={listOutcomes(facets, outcome).map((value) => ({
            ...{ value, label: OUTCOME_LABELS[value][language] },
            count: facets?.outcome[value],
          }))}
        />
      )}
      {reasons.length > 1 && (
        <FilterChip
          label={t("reason")}
          value={reason}
          onChange={(values) => choose({ reason: orNone(values) })}
          options={reasons.map(({ value, count }) => ({
            ...{ value, label: REASON_LABELS[value][language], count },
          }))}
        />
      )}
      <AppliedFilters search={search} onChange={choose} />
    </FilterBar>
  );
});

function orNone<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** The types that the report has, of this kind, in report order; and those chosen, which a link may name. */
function listTypes(
  facets: Facets | undefined,
  kind: "update" | "issue",
  chosen: readonly EntryType[],
): EntryType[] {
  const known = Object.keys(facets?.type ?? {}) as EntryType[];
  const ofKind = known.filter((type) => (glyphOf(type) === "issue") === (kind === "issue"));
  return [...new Set([...ofKind, ...chosen])];
}

function listOutcomes(facets: Facets | undefined, chosen: readonly Outcome[]): Outcome[] {
  const outcomes = Object.keys(OUTCOME_LABELS) as Outcome[];
  return outcomes.filter((it) => chosen.includes(it) || (facets?.outcome[it] ?? 0) > 0);
}

/** The fields that updates of people change, by name. */
function useFields(
  kind: "update" | "issue",
  facets: Facets | undefined,
  chosen: readonly string[] = [],
): FilterOption<string>[] {
  const { labelOf } = usePropertyNames();
  const { compare } = useFormats();
  if (kind === "issue") return [];
  const counts = facets?.field ?? {};
  return [...new Set([...Object.keys(counts), ...chosen])]
    .map((value) => ({ value, label: labelOf(value), count: counts[value] }))
    .sort((a, b) => compare(a.label, b.label));
}

/** The reasons of the issues that the report has; how many rows each has is known while nothing else narrows them. */
function useReasons(id: string, kind: "update" | "issue", search: SyncSearch) {
  const language = useLanguage();
  const { data: causes = [] } = useQuery({
    ...causesQuery(id, language),
    enabled: kind === "issue",
  });
  const { type, entity, outcome, q, reason = [] } = search;
  if (kind === "update") return [];
  const isOnly = [entity, outcome, q].every((filter) => filter === undefined);
  const shown = causes.filter(
    (cause) => type === undefined || type.some((it) => it === cause.type),
  );
  const counts = new Map<Reason, number>(reason.map((value) => [value, 0]));
  for (const cause of shown) {
    const value = REASONS.find((it) => it === cause.reason);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + cause.count);
  }
  return [...counts].map(([value, count]) => ({ value, count: isOnly ? count : undefined }));
}
