import { DATA_TYPE_LABELS, OUTCOME_LABELS } from "#contract/labels.ts";
import { REASON_LABELS } from "#contract/reason-labels.ts";
import { usePropertyNames } from "../../../changes/property-names.tsx";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { AppliedFilter, ClearFilters } from "../../../ui/FilterBar.tsx";
import { isFiltered, NO_FILTERS, type SyncSearch } from "../search.ts";
import { entriesMessages } from "./messages.ts";
import { useTypeLabels } from "./use-type-labels.ts";

interface AppliedFiltersProps {
  search: SyncSearch;
  onChange: (change: Partial<SyncSearch>) => void;
}

/** What the rows are narrowed by, value by value, each with a cross; and a way to all rows. */
export function AppliedFilters({ search, onChange }: AppliedFiltersProps) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  const labelOfType = useTypeLabels();
  const { labelOf } = usePropertyNames();
  const { entity = [], type = [], field = [], outcome = [], reason = [], unfit } = search;
  const filters = [
    ...entity.map((value) => ({
      ...{ key: value, label: t("entity"), value: DATA_TYPE_LABELS[value][language] },
      rest: { entity: without(entity, value) },
    })),
    ...type.map((value) => ({
      ...{ key: value, label: t("type"), value: labelOfType(value) },
      rest: { type: without(type, value) },
    })),
    ...field.map((value) => ({
      ...{ key: `field ${value}`, label: t("field"), value: labelOf(value) },
      rest: { field: without(field, value) },
    })),
    ...outcome.map((value) => ({
      ...{ key: value, label: t("outcome"), value: OUTCOME_LABELS[value][language] },
      rest: { outcome: without(outcome, value) },
    })),
    ...reason.map((value) => ({
      ...{ key: value, label: t("reason"), value: REASON_LABELS[value][language] },
      rest: { reason: without(reason, value) },
    })),
    ...(unfit === undefined
      ? []
      : [{ key: "unfit", label: t("fit"), value: t("unfit"), rest: { unfit: undefined } }]),
  ];
  return (
    <>
      {filters.map(({ key, label, value, rest }) => (
        <AppliedFilter key={key} label={label} value={value} onRemove={() => onChange(rest)} />
      ))}
      {isFiltered(search) && <ClearFilters onClear={() => onChange(NO_FILTERS)} />}
    </>
  );
}

function without<Value>(values: readonly Value[], value: Value): readonly Value[] | undefined {
  const rest = values.filter((it) => it !== value);
  return rest.length === 0 ? undefined : rest;
}
