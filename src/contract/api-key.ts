import { type Static, Type } from "typebox";
import { GivenName, orNull, Time } from "./values.ts";

export const KeyScope = Type.Union(
  [Type.Literal("read"), Type.Literal("push"), Type.Literal("read_write")],
  {
    description:
      "read reads; push pushes and reads syncs; read_write adds decisions, settings and the directory.",
  },
);
export type KeyScope = Static<typeof KeyScope>;

/** Whether a text has the form of a key: the prefix and 32 or more characters that a header can carry. */
export function isApiKey(text: string): boolean {
  return /^mus_[\x21-\x7e]{32,250}$/.test(text);
}

export const ApiKey = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scope: KeyScope,
  lastFour: Type.String(),
  createdAt: Time,
  createdBy: Type.String(),
  expiresAt: orNull(Time),
  lastUsedAt: orNull(Time),
  lastUsedIp: orNull(Type.String()),
  replacedBy: orNull(
    Type.String({
      description: "Id of the key that took its place: it was rotated and ends soon.",
    }),
  ),
});
export type ApiKey = Static<typeof ApiKey>;

export const NewApiKey = Type.Object(
  {
    name: GivenName,
    scope: KeyScope,
    expiresAt: Type.Optional(orNull(Time)),
  },
  { additionalProperties: false },
);

/** A key at the one time it can be read. */
export const IssuedApiKey = Type.Object({
  ...ApiKey.properties,
  key: Type.String({
    description: "The key itself. It is shown this once and cannot be read again.",
  }),
});
