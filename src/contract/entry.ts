import { type Static, Type } from "typebox";
import {
  ENTRY_KINDS,
  ISSUE_TYPES,
  OUTCOMES,
  REASONS,
  SUBJECT_TYPES,
  UPDATE_TYPES,
} from "./catalogue.ts";
import { orNull, Time } from "./values.ts";

const EntryTypeCode = Type.Enum([...ISSUE_TYPES, ...UPDATE_TYPES]);
const ReasonCode = Type.Enum([...REASONS]);

/** A value before or after a change. The other end of a link stands as its name, several ends as a list. */
export const EntryValue = Type.Union([
  Type.String(),
  Type.Array(Type.String()),
  Type.Boolean(),
  Type.Null(),
]);
export type EntryValue = Static<typeof EntryValue>;

export const EntryChange = Type.Object({
  property: Type.String({ description: "Key of a field or property." }),
  before: EntryValue,
  after: EntryValue,
  sensitive: Type.Optional(
    Type.Literal(true, { description: "The property is sensitive: both values are left out." }),
  ),
  link: Type.Optional(
    Type.Object(
      {
        type: Type.Enum([...SUBJECT_TYPES]),
        before: orNull(Type.String()),
        after: orNull(Type.String()),
      },
      { description: "Where the values name one user or team each: their ids, as far as known." },
    ),
  ),
});
export type EntryChange = Static<typeof EntryChange>;

/** Who or what an entry is about, as it was when the plan was made. */
export const EntrySubject = Type.Object({
  type: Type.Enum([...SUBJECT_TYPES]),
  id: orNull(Type.String({ description: "Null where the directory has no such user or team." })),
  name: Type.String({ description: "Empty where the row gives none." }),
  email: orNull(Type.String()),
  externalId: orNull(Type.String()),
});
export type EntrySubject = Static<typeof EntrySubject>;

/** One line of a sync report, as the contract shows it (http-api, "entry"). */
export const ReportEntry = Type.Object(
  {
    seq: Type.Integer({
      minimum: 1,
      description: "Position in the report; never moves once planned.",
    }),
    kind: Type.Enum([...ENTRY_KINDS]),
    type: EntryTypeCode,
    label: Type.String(),
    subject: orNull(EntrySubject),
    changes: Type.Array(EntryChange, {
      description:
        "What an update changes. Of value_locked: the value that is kept as before, the one that the source brought as after.",
    }),
    outcome: Type.Union([Type.Enum([...OUTCOMES]), Type.Null()], {
      description: "Null for an issue.",
    }),
    reason: Type.Union([ReasonCode, Type.Null()], {
      description: "Why the issue was raised, or the update skipped.",
    }),
    message: orNull(Type.String({ description: "The reason as a sentence." })),
    suggestion: orNull(Type.String({ description: "What mends it." })),
    causedBy: orNull(
      Type.Object(
        { seq: Type.Integer({ minimum: 1 }), type: EntryTypeCode, reason: orNull(ReasonCode) },
        { description: "The issue of the same report that caused this one." },
      ),
    ),
    source: orNull(
      Type.Object({ file: Type.String(), line: orNull(Type.Integer({ minimum: 1 })) }),
    ),
    at: orNull(Time),
  },
  { $id: "Entry" },
);
export type ReportEntry = Static<typeof ReportEntry>;
