import { type Static, Type } from "typebox";
import { SYNC_MODES, SYNC_PHASES, SYNC_STATUSES } from "./catalogue.ts";

const oneOf = <T extends string>(values: readonly T[], description?: string) =>
  Type.Union(
    values.map((value) => Type.Literal(value)),
    description === undefined ? {} : { description },
  ) as unknown as ReturnType<typeof Type.Unsafe<T>>;
const nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(
  type: T,
) => Type.Union([type, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const CountByType = Type.Record(Type.String(), Type.Integer());

/** A limit that the plan exceeds. `limit` names the setting and, after a dot, what it was measured on. */
export const ExceededLimit = Type.Object({
  limit: Type.String(),
  allowed: Type.Number(),
  planned: Type.Number(),
});
export type ExceededLimit = Static<typeof ExceededLimit>;

/** Why a run waits, or waited, whatever its plan is (domain rules, section 11, "Runs"). */
export const Hold = Type.Object(
  {
    reason: Type.Union([Type.Literal("older_input"), Type.Literal("paused")], {
      description:
        "older_input: it runs an input again that is older than what was accepted last. paused: provisioning was paused.",
    }),
    date: Type.Union([Time, Type.Null()], {
      description: "older_input: when that input was accepted. paused: null.",
    }),
  },
  { description: "Why the run waits, or waited, besides the limits that its plan exceeds." },
);
export type Hold = Static<typeof Hold>;

export const Decision = Type.Object({
  by: Type.String(),
  at: Time,
  comment: nullable(Type.String()),
  reason: Type.Union(
    [
      Type.Literal("approved_by_person"),
      Type.Literal("rejected_by_person"),
      Type.Literal("expired"),
      Type.Literal("superseded"),
    ],
    { description: "Why: a person decided, nobody did in time, or a newer push took its place." },
  ),
});
export type Decision = Static<typeof Decision>;

/** One run, as the contract shows it (http-api, "sync"). */
export const Sync = Type.Object(
  {
    id: Type.String(),
    number: Type.Integer(),
    status: oneOf(SYNC_STATUSES),
    phase: oneOf(SYNC_PHASES),
    dryRun: Type.Boolean(),
    mode: oneOf(SYNC_MODES),
    source: Type.Object({ id: Type.String(), kind: Type.String(), name: Type.String() }),
    input: Type.Object({
      form: Type.String({ description: "csv or json." }),
      sections: Type.Array(
        Type.Object({ section: Type.String(), file: Type.String(), rows: Type.Integer() }),
        { description: "What was pushed; a section that is not here was left alone." },
      ),
      acceptedAt: Type.Union([Time, Type.Null()], {
        description: "When it was pushed; a re-run has the input of another sync.",
      }),
      keptUntil: Type.Union([Time, Type.Null()], {
        description: "Until when it can be run again; null = no longer.",
      }),
    }),
    trigger: Type.Object({ kind: Type.String(), actor: Type.String() }),
    progress: Type.Object({ done: Type.Integer(), total: Type.Integer() }),
    updates: Type.Object({
      planned: Type.Integer(),
      applied: Type.Integer(),
      skipped: Type.Integer(),
      byType: CountByType,
    }),
    issues: Type.Object({
      total: Type.Integer(),
      impactedUsers: Type.Integer(),
      impactedTeams: Type.Integer(),
      expected: Type.Integer({
        description: "How many of the total have a cause that somebody marked as expected.",
      }),
      byType: CountByType,
    }),
    thresholds: Type.Array(ExceededLimit),
    hold: Type.Union([Hold, Type.Null()]),
    decision: Type.Union([Decision, Type.Null()]),
    failure: Type.Union([
      Type.Object({ code: Type.String(), message: Type.String() }),
      Type.Null(),
    ]),
    createdAt: Time,
    startedAt: nullable(Time),
    plannedAt: Type.Union([Time, Type.Null()], { description: "When its plan was ready." }),
    finishedAt: nullable(Time),
    expiresAt: nullable(Time),
    rerunOf: nullable(Type.String()),
    supersededBy: nullable(Type.String()),
    links: Type.Object({ self: Type.String(), entries: Type.String(), report: Type.String() }),
  },
  { $id: "Sync" },
);
export type Sync = Static<typeof Sync>;
