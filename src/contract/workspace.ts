import { type Static, Type } from "typebox";
import { GivenName, orNull, patchOf, Time } from "./values.ts";

const SeatLimit = orNull(Type.Integer({ minimum: 0, maximum: 2_147_483_647 }));
const Language = Type.String({
  pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
  description: "A language code such as fr.",
});
export const TimeZone = Type.String({
  maxLength: 100,
  description: "An IANA name such as Europe/Paris.",
});

export const Workspace = Type.Object({
  id: Type.String(),
  name: Type.String(),
  seatLimit: { ...SeatLimit, description: "Most users with a seat; null = no limit." },
  products: Type.Array(Type.String()),
  defaultProduct: orNull(Type.String()),
  timeZone: TimeZone,
  defaultLanguage: Type.String(),
  createdAt: Time,
});
export type Workspace = Static<typeof Workspace>;

/** A change of a workspace: only the keys given change. */
export const WorkspacePatch = patchOf({
  name: GivenName,
  seatLimit: SeatLimit,
  products: Type.Array(GivenName, { maxItems: 100 }),
  defaultProduct: orNull(GivenName),
  timeZone: TimeZone,
  defaultLanguage: Language,
});
export type WorkspacePatch = Static<typeof WorkspacePatch>;
