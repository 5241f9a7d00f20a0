import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { ReportEntry } from "../../../api/entries.ts";
import { issueTypesQuery } from "../../../api/issue-types.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { entriesMessages } from "../entries/messages.ts";
import { findAdvice } from "../find-advice.ts";

interface IssueAdviceProps {
  entry: ReportEntry;
  /** What can be done about it right away. */
  children?: ReactNode;
}

/** What mends an issue, or follows from a skipped update: at its origin, and in the workspace. */
export function IssueAdvice({ entry, children }: IssueAdviceProps) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(issueTypesQuery);
  const advice = data === undefined ? null : findAdvice(data, entry);
  return (
    <section className="entry-advice">
      <h3>{t("howToFix")}</h3>
      <p>{entry.suggestion}</p>
      {children}
      {isOpen && advice !== null && (
        <dl>
          <dt>{t("inSource")}</dt>
          <dd>{advice.fixes.source[language]}</dd>
          <dt>{t("inProduct")}</dt>
          <dd>{advice.fixes.muster[language]}</dd>
          <dt>{t("why")}</dt>
          <dd>{advice.cause[language]}</dd>
        </dl>
      )}
      <Button tone="link" aria-expanded={isOpen} onPress={() => setIsOpen((wasOpen) => !wasOpen)}>
        {t(isOpen ? "lessAdvice" : "moreAdvice")}
      </Button>
    </section>
  );
}
