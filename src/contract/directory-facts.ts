import { type Static, Type } from "typebox";
import { USER_STATES } from "./catalogue.ts";
import { ReportEntry } from "./entry.ts";
import { orNull, Time } from "./values.ts";

/** What is known of users and teams besides their values. */

const SyncRef = Type.Object({ id: Type.String(), number: Type.Integer() });

/** Who last changed one value of a user. */
export const ValueOrigin = Type.Object({
  by: Type.Enum(["sync", "person"]),
  name: Type.String({ description: "The source of the sync, or who changed it by hand." }),
  at: Time,
  sync: orNull(SyncRef),
});
export type ValueOrigin = Static<typeof ValueOrigin>;

/** By field or property. One whose change is no longer kept is not named. */
export const UserOrigins = Type.Object({
  origins: Type.Record(Type.String(), ValueOrigin),
});
export type UserOrigins = Static<typeof UserOrigins>;

/** Whom a user reports to, up to the top. */
export const ReportingLine = Type.Object({
  managers: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      jobTitle: orNull(Type.String()),
      status: Type.Enum([...USER_STATES]),
    }),
    { description: "The Direct Manager first, then theirs, and so on." },
  ),
});
export type ReportingLine = Static<typeof ReportingLine>;

/** The teams that a team stands under. */
export const ParentTeams = Type.Object({
  items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
    description: "The parent first, then its parent, and so on.",
  }),
});

/** What the newest finished sync could not do about a user or team. */
export const OpenIssues = Type.Object({
  sync: orNull(Type.Object({ id: Type.String(), number: Type.Integer(), finishedAt: Time })),
  items: Type.Array(Type.Unsafe<ReportEntry>(ReportEntry)),
});
export type OpenIssues = Static<typeof OpenIssues>;
