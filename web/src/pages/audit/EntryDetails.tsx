import { labelOfDetail } from "#contract/audit-labels.ts";
import { labelOfAuditedNotice } from "#contract/notice-events.ts";
import type { AuditEntry } from "../../api/audit.ts";
import { usePropertyNames } from "../../changes/property-names.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { DetailValue } from "./DetailValue.tsx";
import { type Detail, listDetails } from "./list-details.ts";
import { auditMessages } from "./messages.ts";
import "../../changes/changes.css";

/** More than this is folded away, as the values of somebody who was created. */
const SHOWN = 4;

/** What exactly was done: old and new values. */
export function EntryDetails({ entry }: { entry: AuditEntry }) {
  const t = useMessages(auditMessages);
  const details = listDetails(entry);
  if (details.length === 0) return null;
  const list = (
    <dl className="audit-details">
      {details.map((detail) => (
        <DetailLine key={detail.key} detail={detail} target={entry.target?.type ?? null} />
      ))}
    </dl>
  );
  if (details.length <= SHOWN) return list;
  return <Disclosure title={t("details", { n: details.length })}>{list}</Disclosure>;
}

function DetailLine({ detail, target }: { detail: Detail; target: string | null }) {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const { labelOf } = usePropertyNames();
  const { kind, key } = detail;
  return (
    <div className="audit-detail">
      <dt>{labelOfDetail(key, language) ?? labelOfAuditedNotice(key, language) ?? labelOf(key)}</dt>
      <dd>
        {kind === "hidden" && <span className="muted">{t("hidden")}</span>}
        {kind === "fact" && <DetailValue name={key} value={detail.value} target={target} />}
        {kind === "change" && (
          <>
            <del className="change-old">
              <DetailValue name={key} value={detail.before} target={target} />
            </del>
            {" → "}
            <ins className="change-new">
              <DetailValue name={key} value={detail.after} target={target} />
            </ins>
          </>
        )}
      </dd>
    </div>
  );
}
