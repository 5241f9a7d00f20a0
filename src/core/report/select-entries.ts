import {
  ENTRY_KINDS,
  type EntryKind,
  type EntryType,
  OUTCOMES,
  type Outcome,
  SUBJECT_TYPES,
  type SubjectType,
} from "../../contract/catalogue.ts";
import type { PlanSummary } from "./plan-summary.ts";
import { PositionSet } from "./position-set.ts";
import {
  countRange,
  findAppliedRanges,
  outcomeOfRest,
  type RangeFilter,
  type StepOfType,
  type SyncState,
  selectRanges,
} from "./ranges.ts";

/** Filters of a report that follow from the plan and how far it is applied. */
export interface EntryFilter extends RangeFilter {
  outcomes?: readonly Outcome[] | undefined;
}

/** A report's positions by outcome. */
export interface ReportOutline {
  plan: PlanSummary;
  size: number;
  outcomes: ReadonlyMap<Outcome, PositionSet>;
}

/** Sorts a report's updates by outcome; issues have none (domain rules, section 11). */
export function outlineReport(
  plan: PlanSummary,
  state: SyncState,
  steps: StepOfType,
  skippedPositions: Iterable<number>,
): ReportOutline {
  const size = plan.ranges.at(-1)?.last ?? 0;
  const updates = PositionSet.ofRanges(size, selectRanges(plan, { kinds: ["update"] }));
  const skipped = PositionSet.empty(size);
  for (const position of skippedPositions) skipped.add(position);
  const applied = PositionSet.ofRanges(size, findAppliedRanges(plan, state, steps)).subtract(
    skipped,
  );
  const outcomes = new Map<Outcome, PositionSet>([
    [outcomeOfRest(state), updates.subtract(applied).subtract(skipped)],
    ["applied", applied],
    ["skipped", skipped],
  ]);
  return { plan, size, outcomes };
}

/** The outcome of the entry at `position`, `null` for an issue. */
export function outcomeAt(outline: ReportOutline, position: number): Outcome | null {
  for (const [outcome, positions] of outline.outcomes) {
    if (positions.has(position)) return outcome;
  }
  return null;
}

/**
 * The positions that pass the filter. `marked` narrows them to a set found elsewhere (a name search, a reason);
 * `null` = no narrowing.
 */
export function selectEntries(
  outline: ReportOutline,
  filter: EntryFilter,
  marked: PositionSet | null,
): PositionSet {
  let selected = PositionSet.ofRanges(outline.size, selectRanges(outline.plan, filter));
  if (filter.outcomes !== undefined) {
    let allowed = PositionSet.empty(outline.size);
    for (const outcome of filter.outcomes) {
      const positions = outline.outcomes.get(outcome);
      if (positions !== undefined) allowed = allowed.unite(positions);
    }
    selected = selected.intersect(allowed);
  }
  return marked === null ? selected : selected.intersect(marked);
}

/** How many entries each value of each filter would show, under the other filters. */
export interface FacetCounts {
  total: number;
  kind: Record<EntryKind, number>;
  /** `none`: issues about neither a user nor a team. */
  subject: Record<SubjectType | "none", number>;
  /** Types that the report has. */
  type: Partial<Record<EntryType, number>>;
  outcome: Record<Outcome, number>;
  /** Updates of people that change each field, whatever the filters. */
  field: Record<string, number>;
}

export function countFacets(
  outline: ReportOutline,
  filter: EntryFilter,
  marked: PositionSet | null,
): FacetCounts {
  const without = (name: keyof EntryFilter) =>
    selectEntries(outline, { ...filter, [name]: undefined }, marked);
  const facets: FacetCounts = {
    total: selectEntries(outline, filter, marked).count(),
    kind: zeros(ENTRY_KINDS),
    subject: zeros([...SUBJECT_TYPES, "none"] as const),
    type: {},
    outcome: zeros(OUTCOMES),
    field: countFields(outline.plan),
  };
  const [byKind, bySubject, byType, byOutcome] = [
    without("kinds"),
    without("subjects"),
    without("types"),
    without("outcomes"),
  ];
  for (const range of outline.plan.ranges) {
    facets.kind[range.kind] += byKind.count(range);
    facets.subject[range.subject ?? "none"] += bySubject.count(range);
    facets.type[range.type] = (facets.type[range.type] ?? 0) + byType.count(range);
  }
  for (const [outcome, positions] of outline.outcomes) {
    facets.outcome[outcome] += byOutcome.intersect(positions).count();
  }
  return facets;
}

/** Lines to Direct Managers are updates of their own, and a field of a person all the same. */
export const DIRECT_MANAGER_TYPES: readonly EntryType[] = [
  "direct_manager_assigned",
  "direct_manager_removed",
];

function countFields(plan: PlanSummary): Record<string, number> {
  const lines = selectRanges(plan, { types: DIRECT_MANAGER_TYPES });
  const directManager = lines.reduce((sum, range) => sum + countRange(range), 0);
  return { ...plan.fields, ...(directManager === 0 ? {} : { directManager }) };
}

function zeros<T extends string>(names: readonly T[]): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;
}
