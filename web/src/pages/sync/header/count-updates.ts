import {
  SUBJECT_OF,
  type SubjectType,
  UPDATE_TYPES,
  type UpdateType,
} from "#contract/catalogue.ts";
import { glyphOf } from "../../../ui/glyph-of.ts";

/** What the updates of a sync do, as people tell them apart before they let them through. */
export const EFFECTS = ["created", "changed", "endingAccess", "deleted"] as const;
export type Effect = (typeof EFFECTS)[number];

/** Losing access can be undone and being deleted cannot, so that the two are never one number. */
function effectOf(type: UpdateType): Effect {
  if (type === "user_deactivated") return "endingAccess";
  const sign = glyphOf(type);
  if (sign === "removed") return "deleted";
  return sign === "created" ? "created" : "changed";
}

const typesOf = (effect: Effect): readonly UpdateType[] =>
  UPDATE_TYPES.filter((type) => effectOf(type) === effect);
const TYPES_OF: Readonly<Record<Effect, readonly UpdateType[]>> = {
  created: typesOf("created"),
  changed: typesOf("changed"),
  endingAccess: typesOf("endingAccess"),
  deleted: typesOf("deleted"),
};

type ByType = Readonly<Record<string, number>>;

const sum = (byType: ByType, types: readonly UpdateType[]) =>
  types.reduce((total, type) => total + (byType[type] ?? 0), 0);

/** One effect of a plan: how many updates have it, and which types of the report they are. */
export interface EffectCount {
  effect: Effect;
  count: number;
  types: readonly UpdateType[];
}

/** The effects that a plan has, in the order they are told. */
export function countEffects(byType: ByType): EffectCount[] {
  return EFFECTS.map((effect) => ({
    effect,
    count: sum(byType, TYPES_OF[effect]),
    types: TYPES_OF[effect].filter((type) => (byType[type] ?? 0) > 0),
  })).filter(({ count }) => count > 0);
}

/** How many of the updates are about users, and how many about teams. */
export function countSubjects(byType: ByType): Record<SubjectType, number> {
  const of = (subject: SubjectType) =>
    sum(
      byType,
      UPDATE_TYPES.filter((type) => SUBJECT_OF[type] === subject),
    );
  return { user: of("user"), team: of("team") };
}
