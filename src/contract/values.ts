import { type TProperties, type TSchema, Type } from "typebox";

/** A point in time, ISO 8601 in UTC. */
export const Time = Type.String({ format: "date-time" });

/** The same value, or `null` where there is none. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** A name that a person gives something: not blank, without the characters that no value may hold (domain rules, section 11). */
export const GivenName = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern:
    "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]*$",
});

/** The body of a change: every key optional, no other key taken. */
export const patchOf = <Properties extends TProperties>(properties: Properties) =>
  Type.Partial(Type.Object(properties), { additionalProperties: false });
