import { type Static, Type } from "typebox";
import { EntryValue, ReportEntry } from "./entry.ts";
import { entryFilters } from "./report-queries.ts";
import { orNull, Time } from "./values.ts";

/** One value of a person or of a row, under its key. */
export const FieldValue = Type.Object({
  property: Type.String({ description: "Key of a field or property." }),
  value: EntryValue,
  sensitive: Type.Optional(
    Type.Literal(true, { description: "The property is sensitive: the value is left out." }),
  ),
});
export type FieldValue = Static<typeof FieldValue>;

/** How a row became its entry, in order. */
export const ENTRY_STEPS = ["read", "matched", "decided", "result"] as const;

/** How a row found the user or team that it is about. */
export const MATCHES = ["external_id", "email", "name", "none", "absence"] as const;
export type Match = (typeof MATCHES)[number];

export const EntryStep = Type.Object({
  step: Type.Enum([...ENTRY_STEPS]),
  at: orNull(Time),
  value: orNull(
    Type.String({
      description:
        "read: row, absent (no row names it) or column. matched: external_id, email, name, none (a new one), absence, or null where it " +
        "cannot be told. decided: why (approved_by_person, …). result: the outcome, or issue.",
    }),
  ),
  by: orNull(Type.String({ description: "decided: who." })),
});
export type EntryStep = Static<typeof EntryStep>;

/** What the source said, as it was read. */
const SourceRecord = Type.Object({
  keptUntil: orNull(Time),
  fields: orNull(
    Type.Array(FieldValue, {
      description:
        "The row of the stored input, normalised; null where it is kept no longer. Sensitive values are left out: reveal shows them.",
    }),
  ),
});

/** What decides who holds an address: the holder goes by the row's id, or by none until the next sync. */
export const HOLDER_WAYS = ["relink", "unlink"] as const;
export type HolderWay = (typeof HOLDER_WAYS)[number];

/** Who holds the address that another row wants. */
const AddressHolder = Type.Object({
  id: Type.String(),
  name: Type.String(),
  ways: Type.Array(Type.Enum([...HOLDER_WAYS]), {
    description:
      "What would mend the issue if both are one person. relink: link the holder to the external id of the row. unlink: " +
      "end the claim of the source, so that the next sync finds the holder by email. Empty where another user goes by that id.",
  }),
});
export type AddressHolder = Static<typeof AddressHolder>;

/** An entry with everything known about it. */
export const EntryDetails = Type.Object(
  {
    entry: Type.Unsafe<ReportEntry>(ReportEntry),
    unchanged: Type.Array(FieldValue, {
      description:
        "The user's other fields, with the values that the directory has now. Empty for teams, and once the user is gone.",
    }),
    related: Type.Array(
      Type.Object({
        seq: Type.Integer({ minimum: 1 }),
        type: Type.String(),
        label: Type.String(),
        outcome: orNull(Type.String()),
      }),
      { description: "Other entries of this report about the same user or team, up to 50." },
    ),
    steps: Type.Array(EntryStep),
    record: orNull(SourceRecord),
    holder: Type.Union([AddressHolder, Type.Null()], {
      description:
        "Of an issue with reason email_taken: who holds the address now. Null once they hold it no longer, or go by the external id of the row.",
    }),
  },
  { $id: "EntryDetails" },
);
export type EntryDetails = Static<typeof EntryDetails>;

/** The row again, sensitive values too. */
export const RevealedRecord = Type.Object({ fields: Type.Array(FieldValue) });

export const PositionQuery = Type.Object(entryFilters, { additionalProperties: false });

/** Where an entry stands among those that the filters pass. */
export const EntryPlace = Type.Object({
  index: orNull(
    Type.Integer({ minimum: 0, description: "From 0, as `offset` counts; null = filtered out." }),
  ),
  total: Type.Integer({ minimum: 0 }),
});
