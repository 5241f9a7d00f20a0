import { type Static, Type } from "typebox";
import { orNull } from "./values.ts";

/** Above so many updates it is not counted which of them no longer fit. */
export const MOST_CHECKED_UPDATES = 100_000;

const Count = Type.Integer({ minimum: 0 });

/** What letting a sync through would do, beside what is usual. */
export const SyncImpact = Type.Object(
  {
    removals: Type.Object({
      users: Type.Integer({ description: "Users to be deactivated or deleted." }),
      teams: Type.Integer({ description: "Teams to be deleted." }),
      total: Type.Integer({
        description: "Users and teams. What `confirmRemovals` has to say when a sync is approved.",
      }),
      shares: Type.Array(
        Type.Object({
          kind: Type.String({
            description:
              "users, teams, teamMembers, teamManagers, directManagers or values.<property>: as in the limits.",
          }),
          planned: Count,
          base: Type.Integer({
            minimum: 0,
            description: "How many there were when it was planned.",
          }),
        }),
        { description: "What is removed, of how many; only kinds of which something is." },
      ),
    }),
    last90Days: Type.Object(
      {
        syncs: Count,
        users: Type.Integer({ description: "Users that they deactivated or deleted." }),
        most: orNull(Type.Object({ id: Type.String(), number: Type.Integer(), users: Count })),
      },
      { description: "Syncs of the same source that were applied, this one left out." },
    ),
    directory: Type.Object({
      moved: Type.Boolean({
        description:
          "Somebody, or another sync, has changed the directory since the plan was made.",
      }),
      unfit: orNull(
        Type.Integer({
          minimum: 0,
          description:
            "Updates that do not fit any more and would be skipped; entries?unfit=true lists them. Seats and loops are looked " +
            `at when they are applied. Null above ${MOST_CHECKED_UPDATES} updates, and once the sync does not wait any more.`,
        }),
      ),
    }),
  },
  { $id: "SyncImpact" },
);
export type SyncImpact = Static<typeof SyncImpact>;
