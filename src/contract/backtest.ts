import { type Static, Type } from "typebox";
import { SYNC_STATUSES } from "./catalogue.ts";
import { ExceededLimit } from "./sync.ts";
import { Time } from "./values.ts";

/** How many syncs a back-test looks at. */
export const BACKTEST_SYNCS = 30;

const Limit = (what: string) =>
  Type.Optional(
    Type.String({
      pattern: "^(\\d{1,9}|none)$",
      description: `${what} "none" = no limit; left out = as it is set now.`,
    }),
  );

/** Limits to try out. */
export const BacktestQuery = Type.Object(
  {
    users: Limit("Most user updates."),
    teams: Limit("Most team updates."),
    removalsPercent: Limit("Largest share removed."),
    identityPercent: Limit("Largest share of people whose email or whole name changes."),
    reactivations: Limit("Most reactivations."),
  },
  { additionalProperties: false },
);
export type BacktestQuery = Static<typeof BacktestQuery>;

/** What limits would have done to the last syncs of the active source. */
export const Backtest = Type.Object({
  considered: Type.Integer({
    description: `Syncs looked at: the last ${BACKTEST_SYNCS} that were planned, previews left out.`,
  }),
  held: Type.Integer({ description: "How many of them would have waited for approval." }),
  items: Type.Array(
    Type.Object({
      sync: Type.Object({
        id: Type.String(),
        number: Type.Integer(),
        createdAt: Time,
        status: Type.Enum([...SYNC_STATUSES]),
      }),
      waited: Type.Boolean({ description: "Whether it did wait, under the limits of its day." }),
      exceeded: Type.Array(ExceededLimit, {
        description: "The limits that it would have exceeded. None = it would have run.",
      }),
    }),
    { description: "Newest first." },
  ),
});
export type Backtest = Static<typeof Backtest>;
