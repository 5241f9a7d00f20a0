import type { EntryType, Outcome } from "#contract/catalogue.ts";
import { OUTCOME_LABELS } from "#contract/labels.ts";
import type { EntryDetails } from "../../../api/entries.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { entriesMessages } from "../entries/messages.ts";
import { RowLink } from "./RowLink.tsx";

/** The other rows of the report about the same user or team. */
export function RelatedEntries({ related }: Pick<EntryDetails, "related">) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  if (related.length === 0) return null;
  return (
    <section>
      <h3>{t("related")}</h3>
      <ul className="related-entries">
        {related.map(({ seq, type, outcome }) => (
          <li key={seq}>
            <RowLink seq={seq} type={type as EntryType} isNamed />
            {outcome !== null && (
              <span className="muted">{OUTCOME_LABELS[outcome as Outcome][language]}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
