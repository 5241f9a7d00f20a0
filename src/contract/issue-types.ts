import { type Static, Type } from "typebox";
import { ISSUE_TYPES, type IssueType, isInformation, REASONS, type Reason } from "./catalogue.ts";
import { labelOf } from "./labels.ts";
import type { Language, Translated } from "./language.ts";
import {
  type Description,
  describeIssue,
  describeSkippedUpdate,
  type Explanation,
  explainIssue,
  explainSkippedUpdate,
} from "./troubleshooting/describe-issue.ts";
import { ISSUE_REASONS } from "./troubleshooting/issue-reasons.ts";

const TranslatedText = Type.Object({ en: Type.String(), fr: Type.String() });
const Kind = Type.Enum(["error", "information"], {
  description: "Information is listed in a report and not counted as an issue.",
});
const explanation = {
  cause: TranslatedText,
  fixes: Type.Object({ source: TranslatedText, muster: TranslatedText }),
};
const words = { message: TranslatedText, suggestion: TranslatedText };

/** One reason of an issue type, as it reads without the details of one issue. */
export const IssueReason = Type.Object({
  reason: Type.Enum([...REASONS]),
  kind: Kind,
  ...words,
  ...explanation,
});
export type IssueReason = Static<typeof IssueReason>;

/** The troubleshooting page of one issue type. */
export const IssueTypePage = Type.Object(
  {
    type: Type.Enum([...ISSUE_TYPES]),
    label: TranslatedText,
    kind: Kind,
    happened: TranslatedText,
    ...words,
    ...explanation,
    reasons: Type.Array(IssueReason),
  },
  { $id: "IssueType" },
);
export type IssueTypePage = Static<typeof IssueTypePage>;

/** Why an update was skipped while its plan was applied: a reason, not an issue. */
export const SkippedUpdatePage = Type.Object({
  reason: Type.Enum([...REASONS]),
  label: TranslatedText,
  happened: TranslatedText,
  ...words,
  ...explanation,
});

/** The answer of `GET /api/v1/issue-types`. */
export const IssueTypeList = Type.Object({
  items: Type.Array(Type.Unsafe<IssueTypePage>(IssueTypePage)),
  skippedUpdates: Type.Array(SkippedUpdatePage),
});
export type IssueTypeList = Static<typeof IssueTypeList>;

/** Every issue type with its troubleshooting page, in table order. */
export function listIssueTypes(product: string): IssueTypeList {
  return {
    items: ISSUE_TYPES.map((type) => toPage(type, product)),
    skippedUpdates: [
      {
        reason: "changed_since_review",
        label: inEach((language) => describeSkippedUpdate(language).label),
        ...toWords(describeSkippedUpdate),
        ...toExplanation((language) => explainSkippedUpdate(language, product)),
      },
    ],
  };
}

function toPage(type: IssueType, product: string): IssueTypePage {
  const reasons: readonly Reason[] = ISSUE_REASONS[type];
  return {
    type,
    label: inEach((language) => labelOf(type, language, product)),
    kind: kindOf(type, null),
    ...toWords((language) => describeIssue({ type, reason: null, language, product })),
    ...toExplanation((language) => explainIssue(type, null, language, product)),
    reasons: reasons.map((reason) => toReason(type, reason, product)),
  };
}

function toReason(type: IssueType, reason: Reason, product: string): IssueReason {
  const { cause, fixes } = toExplanation((language) =>
    explainIssue(type, reason, language, product),
  );
  return {
    reason,
    kind: kindOf(type, reason),
    ...toWords((language) => describeIssue({ type, reason, language, product })),
    cause,
    fixes,
  };
}

function kindOf(type: IssueType, reason: Reason | null): "error" | "information" {
  return isInformation(type, reason) ? "information" : "error";
}

function toWords(describe: (language: Language) => Description) {
  return {
    message: inEach((language) => describe(language).message),
    suggestion: inEach((language) => describe(language).suggestion),
  };
}

function toExplanation(explain: (language: Language) => Explanation) {
  return {
    happened: inEach((language) => explain(language).happened),
    cause: inEach((language) => explain(language).cause),
    fixes: {
      source: inEach((language) => explain(language).fixes.source),
      muster: inEach((language) => explain(language).fixes.muster),
    },
  };
}

function inEach(read: (language: Language) => string): Translated {
  return { en: read("en"), fr: read("fr") };
}
