import { type Static, Type } from "typebox";
import { ProvisioningSettings } from "./settings.ts";
import { orNull, Time } from "./values.ts";

/** What people did with a sync, and under which settings it ran. */
export const SyncActivity = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Time,
        actor: Type.Object({ kind: Type.String(), id: orNull(Type.String()), name: Type.String() }),
        action: Type.String(),
        label: Type.String(),
        details: orNull(Type.Record(Type.String(), Type.Unknown())),
      }),
      { description: "Newest first, up to 200: started, decided, downloaded, shown." },
    ),
    attempts: Type.Integer({
      minimum: 0,
      description:
        "How often work on it was begun: once, and again each time that a process took it up after it had been broken off, by " +
        "one that stopped or a database that was away. Waiting for a decision, and the decision, begin a new count.",
    }),
    settings: orNull(ProvisioningSettings),
    settingsChanged: Type.Array(
      Type.Object({ key: Type.String(), used: Type.Unknown(), now: Type.Unknown() }),
      {
        description:
          "Settings that are others today, such as thresholds.users: as they were used, as they are.",
      },
    ),
    reruns: Type.Array(
      Type.Object({ id: Type.String(), number: Type.Integer(), createdAt: Time }),
      {
        description: "Syncs that ran this one's input again, newest first.",
      },
    ),
  },
  { $id: "SyncActivity" },
);
export type SyncActivity = Static<typeof SyncActivity>;
