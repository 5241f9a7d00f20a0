import { type EntryType, isInformation } from "#contract/catalogue.ts";
import type { Cause } from "../../../api/entries.ts";

/** Whether a cause only informs: it is no issue, does not count and asks for nothing. */
export function informs({ type, reason }: Pick<Cause, "type" | "reason">): boolean {
  return isInformation(type as EntryType, reason);
}

/** Which causes ask for something, which only inform, and which somebody expects. */
export function sortCauses(causes: readonly Cause[]): {
  open: Cause[];
  information: Cause[];
  expected: Cause[];
} {
  return {
    open: causes.filter((cause) => cause.expected === null && !informs(cause)),
    information: causes.filter((cause) => cause.expected === null && informs(cause)),
    expected: causes.filter((cause) => cause.expected !== null),
  };
}
