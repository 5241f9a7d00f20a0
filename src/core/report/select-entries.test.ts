import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ENTRY_KINDS,
  type EntryKind,
  type EntryType,
  ISSUE_TYPES,
  OUTCOMES,
  type Outcome,
  SUBJECT_OF,
  SUBJECT_TYPES,
  SYNC_STATUSES,
  UPDATE_TYPES,
} from "../../contract/catalogue.ts";
import type { PlanRange, PlanSummary } from "./plan-summary.ts";
import { PositionSet } from "./position-set.ts";
import { ALL_STEPS, type SyncState } from "./ranges.ts";
import {
  countFacets,
  type EntryFilter,
  outcomeAt,
  outlineReport,
  selectEntries,
} from "./select-entries.ts";

const TYPES: EntryType[] = [...ISSUE_TYPES, ...UPDATE_TYPES];

/** A report as a list, the way the domain rules tell it, and the same as plan and mark. */
interface Made {
  plan: PlanSummary;
  state: SyncState;
  steps: Map<EntryType, number>;
  skipped: number[];
  entries: { position: number; kind: EntryKind; type: EntryType; outcome: Outcome | null }[];
}

const state = fc.record({
  status: fc.constantFrom(...SYNC_STATUSES),
  phase: fc.constantFrom("awaiting_approval" as const, "applying" as const, "done" as const),
  dryRun: fc.boolean(),
  mark: fc.record({ step: fc.oneof(fc.nat(6), fc.constant(ALL_STEPS)), position: fc.nat(90) }),
});

const report: fc.Arbitrary<Made> = fc
  .record({
    lengths: fc.array(fc.nat(5), { minLength: TYPES.length, maxLength: TYPES.length }),
    steps: fc.array(fc.integer({ min: 1, max: 5 }), {
      minLength: TYPES.length,
      maxLength: TYPES.length,
    }),
    state,
    skips: fc.uniqueArray(fc.nat(150)),
  })
  .map(({ lengths, steps: stepOf, state, skips }) => {
    const steps = new Map(TYPES.map((type, index) => [type, stepOf[index]!]));
    const ranges: PlanRange[] = [];
    const entries: Made["entries"] = [];
    const skipped: number[] = [];
    for (const [index, type] of TYPES.entries()) {
      const kind: EntryKind = index < ISSUE_TYPES.length ? "issue" : "update";
      const first = entries.length + 1;
      for (let n = 0; n < lengths[index]!; n++) {
        const position = entries.length + 1;
        const covered =
          !state.dryRun &&
          (steps.get(type)! < state.mark.step ||
            (steps.get(type) === state.mark.step && position <= state.mark.position));
        const isSkipped = kind === "update" && covered && skips.includes(position);
        if (isSkipped) skipped.push(position);
        const stopped = ["rejected", "cancelled", "failed"].includes(state.status);
        const outcome = isSkipped
          ? "skipped"
          : covered
            ? "applied"
            : stopped
              ? "not_applied"
              : "planned";
        entries.push({ position, kind, type, outcome: kind === "issue" ? null : outcome });
      }
      if (entries.length >= first)
        ranges.push({ kind, subject: SUBJECT_OF[type], type, first, last: entries.length });
    }
    const plan = { ranges, issues: { total: 0, impactedUsers: 0, impactedTeams: 0 }, rows: {} };
    return { plan, state, steps, skipped, entries };
  });

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const filter: fc.Arbitrary<EntryFilter> = fc.record({
  kinds: some(ENTRY_KINDS),
  subjects: some(SUBJECT_TYPES),
  types: some(TYPES),
  outcomes: some(OUTCOMES),
});
const marks = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 150 })), { nil: null });

function passes(
  entry: Made["entries"][number],
  filter: EntryFilter,
  marked: readonly number[] | null,
): boolean {
  const subject = SUBJECT_OF[entry.type];
  return (
    (filter.kinds?.includes(entry.kind) ?? true) &&
    (filter.subjects === undefined || (subject !== null && filter.subjects.includes(subject))) &&
    (filter.types?.includes(entry.type) ?? true) &&
    (filter.outcomes === undefined ||
      (entry.outcome !== null && filter.outcomes.includes(entry.outcome))) &&
    (marked?.includes(entry.position) ?? true)
  );
}

function setOf(made: Made, positions: readonly number[] | null): PositionSet | null {
  if (positions === null) return null;
  const set = PositionSet.empty(made.entries.length);
  for (const position of positions) set.add(position);
  return set;
}

describe("selecting entries", () => {
  it("knows every entry's outcome", () => {
    fc.assert(
      fc.property(report, (made) => {
        const outline = outlineReport(made.plan, made.state, made.steps, made.skipped);
        for (const entry of made.entries)
          expect(outcomeAt(outline, entry.position)).toBe(entry.outcome);
      }),
    );
  });

  it("selects what a filter over all entries would", () => {
    fc.assert(
      fc.property(report, filter, marks, (made, filter, marked) => {
        const outline = outlineReport(made.plan, made.state, made.steps, made.skipped);
        const selected = selectEntries(outline, filter, setOf(made, marked)).after(0, 1000);
        const naive = made.entries.filter((entry) => passes(entry, filter, marked));
        expect(selected).toEqual(naive.map((entry) => entry.position));
      }),
      { numRuns: 500 },
    );
  });

  it("counts each facet under the other filters", () => {
    fc.assert(
      fc.property(report, filter, marks, (made, filter, marked) => {
        const outline = outlineReport(made.plan, made.state, made.steps, made.skipped);
        const facets = countFacets(outline, filter, setOf(made, marked));
        const count = (changed: EntryFilter) =>
          made.entries.filter((entry) => passes(entry, changed, marked)).length;
        expect(facets.total).toBe(count(filter));
        for (const kind of ENTRY_KINDS)
          expect(facets.kind[kind]).toBe(count({ ...filter, kinds: [kind] }));
        for (const subject of SUBJECT_TYPES) {
          expect(facets.subject[subject]).toBe(count({ ...filter, subjects: [subject] }));
        }
        for (const type of TYPES)
          expect(facets.type[type] ?? 0).toBe(count({ ...filter, types: [type] }));
        for (const outcome of OUTCOMES) {
          expect(facets.outcome[outcome]).toBe(count({ ...filter, outcomes: [outcome] }));
        }
      }),
    );
  });
});
