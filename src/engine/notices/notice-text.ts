import type { AdminRole } from "../../contract/account.ts";
import type { EntryType, IssueType } from "../../contract/catalogue.ts";
import { labelOfReason } from "../../contract/cause-labels.ts";
import { labelOfFailure } from "../../contract/failure-labels.ts";
import { labelOf } from "../../contract/labels.ts";
import { labelOfLimit } from "../../contract/limit-labels.ts";
import { propertyLabel } from "../../contract/property-labels.ts";
import type { ExceededLimit, Hold } from "../../contract/sync.ts";
import type { MailLanguage, MailText } from "../mail-text.ts";
import { EN } from "./notice-words.en.ts";
import { FR } from "./notice-words.fr.ts";
import type { NoticeWords } from "./notice-words.ts";

/** What happened to a sync. Counts, codes and names of limits only: nothing of the people it is about. */
export type NoticeNews =
  | {
      event: "needsApproval";
      planned: number;
      limits: readonly ExceededLimit[];
      hold: Hold | null;
      /** ISO 8601; `null` = it waits for ever. */
      expiresAt: string | null;
      /** What the workspace calls its properties, by key. */
      propertyLabels: ReadonlyMap<string, string>;
    }
  | { event: "failed"; planned: number; applied: number; code: string }
  | {
      event: "newIssues";
      causes: readonly { type: EntryType; reason: string | null; count: number }[];
    };

export interface Notice {
  /** Of the recipient. */
  name: string;
  role: AdminRole;
  language: MailLanguage;
  timeZone: string;
  workspace: string;
  productName: string;
  syncNumber: number;
  news: NoticeNews;
  /** Where the report is, and where to choose other mail. */
  link: string;
  choicesLink: string;
}

const WORDS: Readonly<Record<MailLanguage, NoticeWords>> = { en: EN, fr: FR };
/** More of a list is counted: the report has them all. */
const MOST_LINES = 10;

/** The mail that tells a person of a sync, plain text. */
export function writeNotice(notice: Notice): MailText {
  const words = WORDS[notice.language];
  const { workspace, syncNumber, news } = notice;
  return {
    subject: words.subjects[news.event](workspace, syncNumber),
    text: [
      words.greeting(notice.name),
      ...writeNews(notice, words),
      notice.link,
      ...writeDeadline(notice, words),
      words.footer(workspace, notice.productName, notice.choicesLink),
    ].join("\n\n"),
  };
}

/** What happened and why, and what to do at the link that follows. */
function writeNews(notice: Notice, words: NoticeWords): string[] {
  const { news, workspace, syncNumber: number, language } = notice;
  const mayAct = notice.role === "admin";
  switch (news.event) {
    case "needsApproval":
      return [
        words.waits(number, workspace),
        listLines(words.why, listHolds(notice, news, words), words.moreLimits),
        words.review(news.planned, mayAct),
      ];
    case "failed":
      return [
        words.failed(number, workspace, labelOfFailure(news.code, language)),
        news.applied === 0 ? words.noneApplied : words.partlyApplied(news.applied, news.planned),
        words.goOn(mayAct),
      ];
    case "newIssues": {
      const causes = news.causes.map(({ type, reason, count }) => {
        const label = labelOfReason(type as IssueType, reason, language);
        return words.cause(label ?? labelOf(type, language, notice.productName), count);
      });
      return [listLines(words.newIssues(number, workspace), causes, words.moreCauses), words.mend];
    }
  }
}

type Waiting = Extract<NoticeNews, { event: "needsApproval" }>;

function listHolds(
  { language, timeZone }: Notice,
  { limits, hold, propertyLabels }: Waiting,
  words: NoticeWords,
): string[] {
  const nameProperty = (key: string) =>
    propertyLabel(key, language) ?? propertyLabels.get(key) ?? key;
  const exceeded = limits.map(({ limit, planned, allowed }) =>
    words.limit(labelOfLimit(limit, language, nameProperty) ?? words.otherLimit, planned, allowed),
  );
  if (hold === null) return exceeded;
  if (hold.reason === "paused") return [words.paused, ...exceeded];
  const day = hold.date === null ? null : writeTime(hold.date, language, timeZone, "day");
  return [words.olderInput(day), ...exceeded];
}

function writeDeadline({ news, language, timeZone }: Notice, words: NoticeWords): string[] {
  if (news.event !== "needsApproval" || news.expiresAt === null) return [];
  const time = writeTime(news.expiresAt, language, timeZone, "minute");
  return [words.expires(time, timeZone)];
}

function listLines(
  head: string,
  lines: readonly string[],
  writeMore: (n: number) => string,
): string {
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines;
  const left = lines.length - shown.length;
  const all = left === 0 ? shown : [...shown, writeMore(left)];
  return [head, ...all.map((line) => `- ${line}`)].join("\n");
}

function writeTime(
  at: string,
  language: MailLanguage,
  timeZone: string,
  to: "day" | "minute",
): string {
  const text = new Intl.DateTimeFormat(language, {
    ...{ dateStyle: "long", timeZone, hourCycle: "h23" },
    ...(to === "minute" ? { timeStyle: "short" } : {}),
  }).format(new Date(at));
  // The first of a month is written "1er" in French, which the formatter does not do.
  return language === "fr" ? text.replace(/^1 /, "1er ") : text;
}
