import type { IssueTypes } from "../../api/issue-types.ts";

/** Why something came about and what mends it, in both languages. */
export type Advice = Pick<IssueTypes["items"][number], "cause" | "fixes">;

/** The troubleshooting page of an issue, or of an update that was skipped; of its reason, where that has its own. */
export function findAdvice(
  { items, skippedUpdates }: IssueTypes,
  { type, reason }: { type: string; reason: string | null },
): Advice | null {
  const page = items.find((it) => it.type === type);
  if (page === undefined) return skippedUpdates.find((it) => it.reason === reason) ?? null;
  return page.reasons.find((it) => it.reason === reason) ?? page;
}
