import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Reason } from "#contract/catalogue.ts";
import type { Cause } from "../../../api/entries.ts";
import { issueTypesQuery } from "../../../api/issue-types.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/icons/Icon.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { findAdvice } from "../find-advice.ts";
import { CauseActions } from "./CauseActions.tsx";
import { CauseTags } from "./CauseTags.tsx";
import { findEffect, nameCause } from "./describe-cause.ts";
import { troubleshootingMessages } from "./messages.ts";
import { informs } from "./sort-causes.ts";

/** One cause: what it is, what it did to how many, and what mends it. */
export function CauseCard({ sync, cause }: { sync: Sync; cause: Cause }) {
  const t = useMessages(troubleshootingMessages);
  const language = useLanguage();
  const { date } = useFormats();
  const now = useNow();
  const headingId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { data: texts } = useQuery(issueTypesQuery);
  const title = nameCause(cause, language);
  const { key, n } = findEffect(cause);
  const page = texts?.items.find(({ type }) => type === cause.type);
  const ofReason = page?.reasons.find(({ reason }) => reason === (cause.reason as Reason | null));
  const suggestion = (ofReason ?? page)?.suggestion[language];
  const advice = texts === undefined ? null : findAdvice(texts, cause);
  return (
    <li className="cause" aria-labelledby={headingId}>
      <span
        className={informs(cause) || cause.expected !== null ? "cause-sign is-calm" : "cause-sign"}
      >
        <Icon name={informs(cause) ? "info" : "warning"} />
      </span>
      <div className="cause-words">
        <div className="cause-heading">
          <h3 id={headingId}>{title}</h3>
          <CauseTags cause={cause} />
        </div>
        <p>
          {t(key, { n })} <span className="muted">{suggestion}</span>
        </p>
        {cause.expected !== null && (
          <p className="muted">
            {t("expectedBy", {
              name: cause.expected.by,
              date: date(new Date(cause.expected.at), now),
            })}
          </p>
        )}
        {isOpen && advice !== null && (
          <div className="cause-why">
            <p>{advice.cause[language]}</p>
            <dl>
              <dt>{t("inSource")}</dt>
              <dd>{advice.fixes.source[language]}</dd>
              <dt>{t("inProduct")}</dt>
              <dd>{advice.fixes.muster[language]}</dd>
            </dl>
          </div>
        )}
        <Button
          tone="link"
          aria-expanded={isOpen}
          aria-describedby={headingId}
          onPress={() => setIsOpen((wasOpen) => !wasOpen)}
        >
          {t(isOpen ? "lessDetails" : "details")}
        </Button>
      </div>
      <CauseActions sync={sync} cause={cause} title={title} />
    </li>
  );
}
