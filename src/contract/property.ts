import { type Static, Type } from "typebox";
import { GivenName, patchOf } from "./values.ts";

const PropertyType = Type.Union([Type.Literal("text"), Type.Literal("date")]);
const Key = Type.String({
  pattern: "^[a-z][A-Za-z0-9]{0,62}$",
  description: "Name in the API and in files; made from the label when not given.",
});
const Sensitive = Type.Boolean({
  description: 'Reports show a sensitive value as "changed", without the value.',
});

/** A field of a user: one every workspace has, or the workspace's own. */
export const Property = Type.Object({
  key: Type.String(),
  label: Type.String(),
  type: PropertyType,
  sensitive: Type.Boolean(),
  isDefault: Type.Boolean(),
});
export type Property = Static<typeof Property>;

export const NewProperty = Type.Object(
  {
    key: Type.Optional(Key),
    label: GivenName,
    type: Type.Optional(PropertyType),
    sensitive: Type.Optional(Sensitive),
  },
  { additionalProperties: false },
);
export type NewProperty = Static<typeof NewProperty>;

export const PropertyPatch = patchOf({ label: GivenName, sensitive: Sensitive });
export type PropertyPatch = Static<typeof PropertyPatch>;
