import { type Static, Type } from "typebox";
import { LANGUAGES } from "./language.ts";
import { orNull, Time } from "./values.ts";

const Values = orNull(Type.Record(Type.String(), Type.Unknown()));

/** Who did what, when and from where. */
export const AuditEntry = Type.Object({
  id: Type.String(),
  at: Time,
  actor: Type.Object({ kind: Type.String(), id: orNull(Type.String()), name: Type.String() }),
  action: Type.String(),
  label: Type.String({ description: "The action in words." }),
  target: orNull(
    Type.Object({ type: Type.String(), id: orNull(Type.String()), name: orNull(Type.String()) }),
  ),
  before: Values,
  after: Values,
  ip: orNull(Type.String()),
  requestId: orNull(Type.String()),
});
export type AuditEntry = Static<typeof AuditEntry>;

/** Language of the labels. */
export const auditLanguage = Type.Optional(Type.Enum([...LANGUAGES], { default: "en" }));

/** The filters of the audit log; they add up. */
export const auditFilters = {
  actor: Type.Optional(
    Type.String({ maxLength: 200, description: "An actor's id, or part of the name." }),
  ),
  action: Type.Optional(
    Type.Array(Type.String({ maxLength: 100 }), {
      maxItems: 50,
      description: "An action; may repeat.",
    }),
  ),
  target: Type.Optional(
    Type.String({ maxLength: 200, description: "A target's type or id, or part of its name." }),
  ),
  targetType: Type.Optional(
    Type.Array(Type.String({ maxLength: 50 }), {
      maxItems: 20,
      description: "What kind of thing it was done to; may repeat.",
    }),
  ),
  from: Type.Optional(Type.String({ description: "At or after: a time, or a day (UTC)." })),
  to: Type.Optional(
    Type.String({ description: "At or before: a time, or a day (UTC), which is included." }),
  ),
};
