/** Random organisations that evolve for several syncs, with manual changes in between. */

import fc from "fast-check";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import { makeDirectory, makeUnlinked } from "./build.ts";
import type { ModelDirectory } from "./directory.ts";
import { changeByHand, MANUAL_CHANGES, type ManualChange } from "./manual-changes.ts";
import {
  FAULTS,
  type Fault,
  type PushForm,
  renderInput,
  type SectionForm,
} from "./render-input.ts";
import type { ModelInput } from "./run.ts";
import {
  changeSource,
  SOURCE_CHANGES,
  type SourceChange,
  type SourceChangeKind,
  type SourceOrganisation,
} from "./source-organisation.ts";

/** What happens by hand, then what is pushed. */
export interface EvolutionStep {
  changes: ManualChange[];
  mode: SyncMode;
  input: ModelInput;
}

/** `start` holds only what people made: the first push links and creates the rest. */
export interface Evolution {
  start: ModelDirectory;
  steps: EvolutionStep[];
}

const number = fc.nat({ max: 59 });

/** Ordinary changes come more often than those that hit many people at once. */
function sourceChange(): fc.Arbitrary<SourceChange> {
  const often: SourceChangeKind[] = ["openTeam", "nestTeam", "place"];
  const weight = (kind: SourceChangeKind): number => {
    if (kind === "hire") return 12;
    if (often.includes(kind)) return 8;
    return kind === "placeMany" ? 4 : kind.endsWith("Many") ? 1 : 3;
  };
  const kind = fc.oneof(
    ...SOURCE_CHANGES.map((each) => ({
      weight: weight(each),
      arbitrary: fc.constant<SourceChangeKind>(each),
    })),
  );
  return fc.record({ kind, a: number, b: number, c: number });
}

/** The source begins with some people, some teams, and some of everything else. */
function foundingChange(): fc.Arbitrary<SourceChange> {
  const kind = fc.constantFrom<SourceChangeKind>("hire", "hire", "openTeam", "place", "nestTeam");
  return fc.oneof(fc.record({ kind, a: number, b: number, c: number }), sourceChange());
}

function manualChange(): fc.Arbitrary<ManualChange> {
  return fc.record({ kind: fc.constantFrom(...MANUAL_CHANGES), a: number, b: number });
}

function fault(): fc.Arbitrary<Fault> {
  return fc.record({ kind: fc.constantFrom(...FAULTS), a: number, b: number });
}

function sectionForm(): fc.Arbitrary<SectionForm> {
  return fc.oneof(
    { weight: 16, arbitrary: fc.constant<SectionForm>("given") },
    { weight: 3, arbitrary: fc.constant<SectionForm>("missing") },
    { weight: 1, arbitrary: fc.constant<SectionForm>("empty") },
  );
}

function pushForm(): fc.Arbitrary<PushForm> {
  const columns = ["firstName", "lastName", "city", "productAssignations", "manager"];
  return fc.record({
    mode: fc.oneof(
      { weight: 5, arbitrary: fc.constant<SyncMode>("full") },
      { weight: 1, arbitrary: fc.constant<SyncMode>("partial") },
    ),
    members: sectionForm(),
    teams: sectionForm(),
    teamMappings: sectionForm(),
    missingColumns: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(columns) },
    ),
    reversed: fc.boolean(),
    faults: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Fault[]>([]) },
      { weight: 3, arbitrary: fc.array(fault(), { maxLength: 4 }) },
    ),
  });
}

interface DrawnStep {
  manual: ManualChange[];
  source: SourceChange[];
  form: PushForm;
}

const PLAIN: PushForm = {
  ...{ mode: "full", members: "given", teams: "given", teamMappings: "given" },
  ...{ missingColumns: [], reversed: false, faults: [] },
};

/**
 * People go whose emails are locked, and their addresses to others; these go likewise, and all come back under other
 * addresses: several are to have one by then. Chance alone would hardly ever think of it.
 */
function passingOnLockedEmails(): fc.Arbitrary<DrawnStep[]> {
  const change = (kind: SourceChangeKind) =>
    fc.record({ kind: fc.constant(kind), a: number, b: number, c: number });
  const leaving = fc.record({
    manual: fc.tuple(fc.record({ kind: fc.constant("lockEmails" as const), a: number, b: number })),
    source: fc.array(change("leaveMany"), { minLength: 1, maxLength: 4 }),
    form: fc.constant(PLAIN),
  });
  const inheriting = fc.record({
    manual: fc.constant<ManualChange[]>([]),
    source: fc.tuple(change("inheritEmails")),
    form: fc.constant(PLAIN),
  });
  const returning = fc.record({
    manual: fc.array(manualChange(), { maxLength: 2 }),
    source: fc.oneof(
      fc.tuple(change("inheritEmails"), change("returnElsewhere")),
      fc.tuple(change("returnElsewhere"), sourceChange()),
    ),
    form: pushForm(),
  });
  return fc.tuple(leaving, inheriting, leaving, returning);
}

/** A workspace before its first push: one administrator and whatever people add by hand. */
function startingDirectory(): fc.Arbitrary<ModelDirectory> {
  return fc.array(manualChange(), { maxLength: 10 }).map((changes) => {
    const admin = makeUnlinked("admin", { id: "u0", role: "admin" });
    let directory = makeDirectory([admin], [], {
      products: ["Pulse", "Surveys"],
      defaultProduct: "Pulse",
    });
    for (const change of changes) directory = changeByHand(directory, change).directory;
    return directory;
  });
}

/** Evolutions of up to six pushes. The same seed gives the same evolutions. */
export function evolutions(): fc.Arbitrary<Evolution> {
  const step: fc.Arbitrary<DrawnStep> = fc.record({
    manual: fc.array(manualChange(), { maxLength: 4 }),
    source: fc.array(sourceChange(), { maxLength: 8 }),
    form: pushForm(),
  });
  return fc
    .record({
      start: startingDirectory(),
      founding: fc.array(foundingChange(), { minLength: 4, maxLength: 30 }),
      steps: fc.oneof(
        { weight: 3, arbitrary: fc.array(step, { minLength: 2, maxLength: 6 }) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.array(step, { minLength: 1, maxLength: 2 }), passingOnLockedEmails())
            .map(([before, story]) => [...before, ...story]),
        },
      ),
    })
    .map(({ start, founding, steps }) => {
      const source: SourceOrganisation = { people: [], former: [], teams: [] };
      for (const change of founding) changeSource(source, change);
      return {
        start,
        steps: steps.map(({ manual, source: changes, form }, index) => {
          if (index > 0) for (const change of changes) changeSource(source, change);
          return {
            changes: index > 0 ? manual : [],
            mode: form.mode,
            input: renderInput(source, form),
          };
        }),
      };
    });
}
