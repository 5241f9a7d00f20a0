import type { EntryChange, ReportEntry } from "../api/entries.ts";
import type { changesMessages } from "./messages.ts";

type MessageKey = keyof typeof changesMessages.en;

/** What an entry comes down to in one line: a sentence, or its first change and how many more there are. */
export type EntrySummary =
  | { kind: "words"; key: Exclude<MessageKey, "newAccount" | "more" | "showMore" | "field"> }
  | { kind: "created"; fields: number }
  | { kind: "change"; change: EntryChange; more: number }
  | { kind: "nothing" };

/** What happens to the whole of a user or team, in the words for: to be done, done, not done after all. */
const WHOLE: Partial<Record<ReportEntry["type"], readonly [MessageKey, MessageKey, MessageKey]>> = {
  user_invited: ["toBeInvited", "invited", "notInvited"],
  user_reactivated: ["toBeReactivated", "reactivated", "notReactivated"],
  user_deactivated: ["toBeDeactivated", "deactivated", "notDeactivated"],
  user_deleted: ["toBeDeleted", "deleted", "notDeleted"],
  team_deleted: ["teamToBeDeleted", "teamDeleted", "teamNotDeleted"],
};

/** What a row of a report says of its changes. */
export function summariseEntry({
  type,
  outcome,
  changes,
}: Pick<ReportEntry, "type" | "outcome" | "changes">): EntrySummary {
  if (type === "user_created") return { kind: "created", fields: changes.length };
  if (type === "team_created") return { kind: "words", key: "newTeam" };
  const whole = WHOLE[type];
  if (whole !== undefined) {
    const [toDo, done, notDone] = whole;
    const key = outcome === "planned" ? toDo : outcome === "applied" ? done : notDone;
    return { kind: "words", key: key as Extract<EntrySummary, { kind: "words" }>["key"] };
  }
  const [change] = changes;
  if (change === undefined) return { kind: "nothing" };
  return { kind: "change", change, more: changes.length - 1 };
}
