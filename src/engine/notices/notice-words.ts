import type { NoticeEvent } from "../../contract/notice-events.ts";

/** The sentences of mail about syncs in one language; leaving one out does not compile. */
export interface NoticeWords {
  subjects: Readonly<Record<NoticeEvent, (workspace: string, sync: number) => string>>;
  greeting(name: string): string;

  waits(sync: number, workspace: string): string;
  why: string;
  limit(label: string, planned: number, allowed: number): string;
  otherLimit: string;
  moreLimits(n: number): string;
  olderInput(day: string | null): string;
  paused: string;
  /** Before the link. `mayDecide` = the reader is an admin. */
  review(updates: number, mayDecide: boolean): string;
  expires(time: string, timeZone: string): string;

  /** `cause` is a sentence; `null` where there are no words for it. */
  failed(sync: number, workspace: string, cause: string | null): string;
  noneApplied: string;
  partlyApplied(applied: number, planned: number): string;
  /** Before the link. `mayPush` = the reader is an admin. */
  goOn(mayPush: boolean): string;

  newIssues(sync: number, workspace: string): string;
  cause(label: string, issues: number): string;
  moreCauses(n: number): string;
  /** Before the link. */
  mend: string;

  footer(workspace: string, product: string, link: string): string;
}

/** Counts something: "1 update", "2 updates", "1 000 000 de mises à jour". */
export function countIn(
  language: string,
): (n: number, forms: { one: string; many?: string; other: string }) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (n, forms) => {
    const form = rules.select(n);
    const text = form === "one" || form === "many" ? forms[form] : undefined;
    return (text ?? forms.other).replace("{n}", numbers.format(n));
  };
}
