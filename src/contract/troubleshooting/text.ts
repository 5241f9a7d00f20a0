import type { IssueType } from "../catalogue.ts";
import type { ReasonOf } from "./issue-reasons.ts";

/**
 * Phrasings of one sentence, the fullest first. The first whose parameters are all known is used; the last one has
 * none but `{product}`, so that no text ever shows a hole.
 */
export type Phrasings = readonly [...string[], string];

/** What mends an issue: at its origin, or in the workspace. */
export interface Fixes {
  source: string;
  muster: string;
}

/** The text of one reason. What it leaves out is as the type says. */
export interface ReasonText extends Partial<Fixes> {
  message?: Phrasings;
  suggestion?: Phrasings;
  cause?: string;
}

/** The troubleshooting page of one issue type (domain rules, section 8). */
export interface IssueText<Reason extends string> extends Fixes {
  happened: string;
  cause: string;
  /** What happened in one sentence. Starts in lower case and with a word, as "Line 12:" may stand before it. */
  message: Phrasings;
  /** One sentence for the column "Suggested solution". */
  suggestion: Phrasings;
  reasons: Readonly<Record<Reason, ReasonText>>;
}

/** Every issue type and every reason of it: one that is missing does not compile. */
export type Troubleshooting = { readonly [Type in IssueType]: IssueText<ReasonOf<Type>> };

/** Why an update was skipped while the plan was applied (domain rules, section 9, "Pinned plan"). */
export interface SkipText extends Fixes {
  label: string;
  happened: string;
  cause: string;
  message: string;
  suggestion: string;
}
