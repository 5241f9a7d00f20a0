import type { IssueType, Reason } from "../catalogue.ts";
import { labelOf } from "../labels.ts";
import { type Language, nameProduct } from "../language.ts";
import { EN, EN_SKIPPED } from "./en.ts";
import { FR, FR_SKIPPED } from "./fr.ts";
import { type IssueParams, phrase } from "./phrase.ts";
import type { Fixes, ReasonText, SkipText, Troubleshooting } from "./text.ts";

const TEXTS: Record<Language, Troubleshooting> = { en: EN, fr: FR };
const SKIPPED_TEXTS: Record<Language, SkipText> = { en: EN_SKIPPED, fr: FR_SKIPPED };
const LINE_PREFIX: Record<Language, string> = { en: "Line {line}: ", fr: "Ligne {line}\u202f: " };

/** What an entry says in words: the type's label, why, and what mends it. */
export interface Description {
  label: string;
  message: string;
  suggestion: string;
}

export interface DescribedIssue {
  type: IssueType;
  reason: Reason | null;
  params?: IssueParams | null | undefined;
  language: Language;
  /** The deployment's product name. */
  product: string;
}

/** An issue in words. A parameter that is missing leaves out what it would have told, never a hole. */
export function describeIssue(issue: DescribedIssue): Description {
  const { type, reason, language, product } = issue;
  const params = issue.params ?? {};
  const text = TEXTS[language][type];
  const context = { params, language, product };
  const own = readReason(language, type, reason);
  return {
    label: labelOf(type, language, product),
    message: openSentence(phrase(own?.message ?? text.message, context), params.line, language),
    suggestion: phrase(own?.suggestion ?? text.suggestion, context),
  };
}

/** Why an update was skipped while its plan was applied, in words (domain rules, section 11, "Runs"). */
export function describeSkippedUpdate(language: Language): Description {
  const { label, message, suggestion } = SKIPPED_TEXTS[language];
  return { label, message: openSentence(message, null, language), suggestion };
}

/** The parts of a troubleshooting page that do not depend on one issue. */
export interface Explanation {
  happened: string;
  cause: string;
  fixes: Fixes;
}

/** The troubleshooting page of an issue type, or of one reason of it. */
export function explainIssue(
  type: IssueType,
  reason: Reason | null,
  language: Language,
  product: string,
): Explanation {
  const text = TEXTS[language][type];
  const own = readReason(language, type, reason);
  return {
    happened: nameProduct(text.happened, product),
    cause: nameProduct(own?.cause ?? text.cause, product),
    fixes: {
      source: nameProduct(own?.source ?? text.source, product),
      muster: nameProduct(own?.muster ?? text.muster, product),
    },
  };
}

/** The troubleshooting page of a skipped update. */
export function explainSkippedUpdate(language: Language, product: string): Explanation {
  const { happened, cause, source, muster } = SKIPPED_TEXTS[language];
  return { happened, cause, fixes: { source, muster: nameProduct(muster, product) } };
}

function readReason(
  language: Language,
  type: IssueType,
  reason: Reason | null,
): ReasonText | undefined {
  const reasons: Readonly<Partial<Record<Reason, ReasonText>>> = TEXTS[language][type].reasons;
  return reason === null ? undefined : reasons[reason];
}

/** Begins with the line number, or else with a capital. */
function openSentence(text: string, line: number | null | undefined, language: Language): string {
  return typeof line === "number"
    ? LINE_PREFIX[language].replace("{line}", String(line)) + text
    : text.charAt(0).toUpperCase() + text.slice(1);
}
