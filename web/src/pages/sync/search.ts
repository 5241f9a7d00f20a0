import { ISSUE_TYPES, OUTCOMES, REASONS, UPDATE_TYPES } from "#contract/catalogue.ts";
import type { EntryFilters } from "../../api/entries.ts";
import { count, defineSearch, flag, many, manyOf, oneOf, text } from "../../url/search.ts";

/** The tabs of a report; the first is shown where the address names none. */
export const SYNC_TABS = ["updates", "issues", "troubleshooting", "activity"] as const;
export type SyncTab = (typeof SYNC_TABS)[number];

/** Tabs that list entries, each of one kind. */
export type EntryTab = Extract<SyncTab, "updates" | "issues">;

export const ENTITIES = ["user", "team"] as const;

export const syncSearch = defineSearch({
  tab: oneOf(SYNC_TABS),
  type: manyOf([...UPDATE_TYPES, ...ISSUE_TYPES]),
  entity: manyOf(ENTITIES),
  outcome: manyOf(OUTCOMES),
  reason: manyOf(REASONS),
  /** Keys of fields that are changed; properties are the workspace's own. */
  field: many(),
  q: text(),
  /** Only updates of a waiting sync that no longer fit the directory. */
  unfit: flag(),
  /** The entry whose details are open: its position in the report, which never moves. */
  row: count(),
  /** Its source record is unfolded, and so are those of the rows that are gone on to. */
  record: flag(),
});

export type SyncSearch = ReturnType<typeof syncSearch.read>;

/** What a report can be narrowed by, without the tab and the open row. */
export const FILTER_NAMES = ["type", "entity", "outcome", "reason", "field", "q", "unfit"] as const;

/** The address without any filter. */
export const NO_FILTERS: Pick<SyncSearch, (typeof FILTER_NAMES)[number]> = {
  type: undefined,
  entity: undefined,
  outcome: undefined,
  reason: undefined,
  field: undefined,
  q: undefined,
  unfit: undefined,
};

/** Whether the rows of a tab are narrowed by anything. */
export function isFiltered(search: SyncSearch): boolean {
  return FILTER_NAMES.some((name) => search[name] !== undefined);
}

/** What to ask the server for, from what the address says. */
export function toFilters(search: SyncSearch): EntryFilters {
  const { tab = "updates", type, entity, outcome, reason, field, q, unfit } = search;
  const kind = tab === "updates" ? ["update"] : tab === "issues" ? ["issue"] : undefined;
  const lists = { kind, type, subject: entity, outcome, reason, field };
  const given = Object.entries(lists).flatMap(([name, values]) =>
    values === undefined ? [] : [[name, [...values]]],
  );
  const words = q?.trim() ?? "";
  return {
    ...(Object.fromEntries(given) as EntryFilters),
    ...(words === "" ? {} : { q: words }),
    ...(unfit === undefined ? {} : { unfit }),
  };
}
