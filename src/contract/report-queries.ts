import { type Static, Type } from "typebox";
import {
  ENTRY_KINDS,
  ISSUE_TYPES,
  OUTCOMES,
  REASONS,
  SUBJECT_TYPES,
  SYNC_PHASES,
  SYNC_STATUSES,
} from "./catalogue.ts";
import { ReportEntry } from "./entry.ts";
import { LANGUAGES } from "./language.ts";
import { pageOf, pageQuery } from "./paging.ts";
import { Sync } from "./sync.ts";
import { SYNC_BADGES } from "./sync-badge.ts";
import { orNull, Time } from "./values.ts";

/** One or more values of a filter, as repeated parameters or joined by commas: any of them passes. */
const anyOf = (description: string) =>
  Type.Optional(Type.Array(Type.String(), { maxItems: 100, description }));

/** Filters of the sync history; filters add up, values of one are alternatives. */
const syncFilters = {
  status: anyOf(SYNC_STATUSES.join(", ")),
  phase: anyOf(SYNC_PHASES.join(", ")),
  source: anyOf("Ids (src_…) or kinds of sources."),
  badge: anyOf(`What the badge says; each sync has one: ${SYNC_BADGES.join(", ")}`),
  trigger: anyOf("What started the sync: kinds of triggers."),
  actor: Type.Optional(
    Type.Array(Type.String({ maxLength: 200 }), {
      maxItems: 100,
      description: "Who or what started the sync, by name; may repeat, commas belong to the name.",
    }),
  ),
  dryRun: Type.Optional(Type.Boolean({ description: "Only previews, or only others." })),
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        "A number or id, or part of the name of a source, of who started it or of who decided.",
    }),
  ),
  from: Type.Optional(Type.String({ description: "Created at or after: a time, or a day (UTC)." })),
  to: Type.Optional(
    Type.String({
      description: "Created at or before: a time, or a day (UTC), which is included.",
    }),
  ),
};
const SyncFilters = Type.Object(syncFilters);
export type SyncFilters = Static<typeof SyncFilters>;

export const SyncListQuery = Type.Object(
  { ...syncFilters, ...pageQuery },
  { additionalProperties: false },
);
export const SyncFacetQuery = Type.Object(syncFilters, { additionalProperties: false });

const SyncCount = Type.Integer({ minimum: 0 });

/** How many syncs each value of each filter would show, under the other filters. */
export const SyncFacets = Type.Object({
  total: SyncCount,
  badge: Type.Record(Type.String(), SyncCount, { description: "The badges that syncs have." }),
  source: Type.Array(
    Type.Object({ id: Type.String(), kind: Type.String(), name: Type.String(), count: SyncCount }),
  ),
  actor: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), count: SyncCount }), {
    description: "Who or what started them, most first, up to 100.",
  }),
});
export type SyncFacets = Static<typeof SyncFacets>;

/** The most syncs that a trend shows. */
export const TREND_MOST = 1000;

export const TrendQuery = Type.Object(
  {
    from: Type.Optional(
      Type.String({ description: "A time, or a day (UTC). Left out: 30 days before `to`." }),
    ),
    to: Type.Optional(
      Type.String({ description: "A time, or a day (UTC), which is included. Left out: now." }),
    ),
  },
  { additionalProperties: false },
);

/** Syncs of a span of time, one bar each. */
export const Trend = Type.Object({
  from: Time,
  to: Time,
  syncs: SyncCount,
  updates: SyncCount,
  issues: SyncCount,
  failed: SyncCount,
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.Integer(),
      createdAt: Time,
      badge: Type.Enum([...SYNC_BADGES]),
      dryRun: Type.Boolean(),
      updates: Type.Object({ planned: SyncCount, applied: SyncCount }),
      issues: SyncCount,
    }),
    {
      description:
        "Oldest first. `updates` of the whole span counts what was applied; issues that are expected are left out.",
    },
  ),
  truncated: Type.Boolean({
    description: `There were more than ${TREND_MOST}: only the newest are here and in the sums.`,
  }),
});
export type Trend = Static<typeof Trend>;

export const SyncPage = pageOf(Type.Unsafe<Sync>(Sync));
export const SyncAnswer = Type.Object({ sync: Type.Unsafe<Sync>(Sync) });

/** The filters of a report, the same for entries, facets and the filtered download. */
export const entryFilters = {
  kind: anyOf(ENTRY_KINDS.join(", ")),
  subject: anyOf(SUBJECT_TYPES.join(", ")),
  type: anyOf("Update types and issue types."),
  outcome: anyOf(OUTCOMES.join(", ")),
  reason: anyOf("Why an issue was raised, or an update skipped."),
  field: anyOf(
    "Keys of fields and properties: only updates of people that change one of them; directManager too.",
  ),
  unfit: Type.Optional(
    Type.Boolean({
      description:
        "true: only updates of a waiting sync that do not fit the directory any more (see impact).",
    }),
  ),
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: "Part of a name, email or external id; case and accents do not matter.",
    }),
  ),
};
const EntryFilters = Type.Object(entryFilters);
export type EntryFilters = Static<typeof EntryFilters>;

const language = Type.Optional(
  Type.Enum([...LANGUAGES], { default: "en", description: "Language of labels and messages." }),
);

export const EntryListQuery = Type.Object(
  {
    ...entryFilters,
    ...pageQuery,
    offset: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 2 ** 31 - 1,
        description: "Instead of cursor: skips so many entries.",
      }),
    ),
    lang: language,
  },
  { additionalProperties: false },
);
export type EntryListQuery = Static<typeof EntryListQuery>;

/** A page of a report, and how many entries its filters let through. */
export const EntryPage = Type.Object({
  items: Type.Array(Type.Unsafe<ReportEntry>(ReportEntry)),
  total: Type.Integer(),
  nextCursor: orNull(Type.String()),
});

export const FacetQuery = Type.Object(entryFilters, { additionalProperties: false });

const Count = Type.Integer({ minimum: 0 });

/** How many entries each value of each filter would show, under the other filters. */
export const Facets = Type.Object(
  {
    total: Type.Integer({ minimum: 0, description: "Entries under all filters." }),
    kind: Type.Record(Type.String(), Count),
    subject: Type.Record(Type.String(), Count, {
      description: "`none`: about neither a user nor a team.",
    }),
    type: Type.Record(Type.String(), Count, { description: "The types that the report has." }),
    outcome: Type.Record(Type.String(), Count),
    field: Type.Record(Type.String(), Count, {
      description:
        "How many updates of people change each field, whatever the filters; directManager too.",
    }),
  },
  { $id: "Facets" },
);
export type Facets = Static<typeof Facets>;

/** Issues of a report that have one root cause. */
export const Cause = Type.Object(
  {
    type: Type.String(),
    reason: orNull(Type.String()),
    label: Type.String(),
    count: Type.Integer(),
    impactedUsers: Type.Integer(),
    impactedTeams: Type.Integer(),
    newSinceLastSync: Type.Boolean({
      description: "The previous finished sync did not have it. False on the first sync.",
    }),
    seenInSyncs: Type.Integer({
      description: "How many finished syncs in a row before this one had it, up to 25; 0 = new.",
    }),
    sourceRow: orNull(
      Type.Integer({
        minimum: 1,
        description:
          "Position of the first such issue that a row of the input was about. Null where none was, or the input is kept no longer.",
      }),
    ),
    fixedIn: orNull(
      Type.Object(
        { id: Type.String(), number: Type.Integer(), finishedAt: Time },
        { description: "The first comparable sync since that did not have it, of the next 25." },
      ),
    ),
    expected: orNull(
      Type.Object(
        { by: Type.String(), at: Time },
        {
          description:
            "Somebody marked it as expected, and it is as it was then: left out of counts.",
        },
      ),
    ),
  },
  { $id: "Cause" },
);
export type Cause = Static<typeof Cause>;
export const CauseList = Type.Object({ items: Type.Array(Cause) });

/** Which cause is expected from now on, or is not any more. */
export const CauseExpectation = Type.Object(
  {
    type: Type.Enum([...ISSUE_TYPES]),
    reason: orNull(Type.Enum([...REASONS])),
    expected: Type.Boolean(),
  },
  { additionalProperties: false },
);

export const LanguageQuery = Type.Object({ lang: language }, { additionalProperties: false });

export const DownloadQuery = Type.Object(
  {
    filtered: Type.Optional(
      Type.Boolean({
        default: false,
        description: "Only the entries that the filters pass. Without it filters are ignored.",
      }),
    ),
    ...entryFilters,
    lang: language,
  },
  { additionalProperties: false },
);
