import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AUDIT_ACTIONS, labelOfAction } from "#contract/audit-actions.ts";
import { labelOfTarget } from "#contract/audit-labels.ts";
import { AUDIT_TARGETS } from "#contract/audit-targets.ts";
import { adminsQuery } from "../../api/admins.ts";
import { apiKeysQuery } from "../../api/api-keys.ts";
import { meQuery } from "../../api/me.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { DateRangeChip } from "../../ui/DateRangeChip.tsx";
import { ClearFilters, FilterBar } from "../../ui/FilterBar.tsx";
import { FilterChip, type FilterOption } from "../../ui/FilterChip.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { auditMessages } from "./messages.ts";
import { type AuditSearch, isFiltered, NO_FILTERS, SPANS } from "./search.ts";

/** What the audit log calls the program itself, whatever the deployment calls it. */
const SYSTEM = "Muster";

/** Search and filters of the audit log. */
export function AuditFilterBar({ search }: { search: AuditSearch }) {
  const t = useMessages(auditMessages);
  const { language, compare } = useFormats();
  const { pick, type } = useSearchChanges<AuditSearch>();
  const { data: me } = useQuery(meQuery);
  const listed = <Value,>(values: readonly Value[]) => (values.length === 0 ? undefined : values);
  const product = me?.productName ?? SYSTEM;
  return (
    <FilterBar>
      <SearchField
        label={t("search")}
        value={search.q ?? ""}
        onChange={(q) => type({ q: q === "" ? undefined : q })}
      />
      <ActorChip value={search.by} onChange={(by) => pick({ by })} />
      <FilterChip<string>
        isFirst
        label={t("action")}
        value={search.action ?? []}
        onChange={(action) => pick({ action: listed(action) })}
        options={[...new Set([...AUDIT_ACTIONS, ...(search.action ?? [])])]
          .map((value) => ({ value, label: labelOfAction(value, language, product) }))
          .sort((a, b) => compare(a.label, b.label))}
      />
      <FilterChip
        label={t("on")}
        value={search.on ?? []}
        onChange={(on) => pick({ on: listed(on) })}
        options={AUDIT_TARGETS.map((value) => ({
          value,
          label: labelOfTarget(value, language) ?? value,
        }))}
      />
      <DateRangeChip
        label={t("when")}
        spans={SPANS.map((value) => ({ value, label: t(`span${value}`) }))}
        value={{ span: search.within, after: search.after, before: search.before }}
        onChange={({ span, after, before }) => pick({ within: span, after, before })}
      />
      {isFiltered(search) && <ClearFilters onClear={() => pick(NO_FILTERS)} />}
    </FilterBar>
  );
}

/** Who did it: somebody who may sign in, a key, the system, or whoever has a text in the name, such as who has left. */
function ActorChip({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const t = useMessages(auditMessages);
  const [text, setText] = useState("");
  const { data: admins = [] } = useQuery(adminsQuery);
  const { data: keys } = useInfiniteQuery(apiKeysQuery);
  const known: FilterOption<string>[] = [
    ...admins.map(({ id, name }) => ({ value: id, label: name })),
    ...(keys?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name }) => ({
      value: id,
      label: `${name} (${t("kindKey")})`,
    })),
    { value: SYSTEM, label: t("thisSystem") },
  ];
  const words = text.trim();
  const found = known.filter(({ value: id, label }) => id === value || includes(label, words));
  const isKnown = value === undefined || known.some((option) => option.value === value);
  const asText = (typed: string) => ({ value: typed, label: t("textOption", { text: typed }) });
  const options = [
    ...(isKnown ? [] : [asText(value)]),
    ...found,
    ...(words === "" || words === value ? [] : [asText(words)]),
  ];
  return (
    <FilterChip
      label={t("who")}
      value={value === undefined ? [] : [value]}
      // One at a time: the one chosen last counts.
      onChange={(values) => onChange(values.find((it) => it !== value))}
      finder={{ text, onTextChange: setText }}
      options={options}
    />
  );
}

function includes(label: string, words: string): boolean {
  const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return fold(label).includes(fold(words));
}
