import { type IssueType, REASONS } from "./catalogue.ts";
import type { Language } from "./language.ts";
import { REASON_LABELS } from "./reason-labels.ts";
import { ISSUE_REASONS } from "./troubleshooting/issue-reasons.ts";

/**
 * What the cause of an issue is called where its type has several: by its reason; `null` where the type's own label
 * says as much.
 */
export function labelOfReason(
  type: IssueType,
  reason: string | null,
  language: Language,
): string | null {
  const known = REASONS.find((each) => each === reason);
  return known !== undefined && ISSUE_REASONS[type].length > 1
    ? REASON_LABELS[known][language]
    : null;
}
