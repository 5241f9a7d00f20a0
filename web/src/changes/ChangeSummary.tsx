import type { EntryChange, ReportEntry } from "../api/entries.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { ENDS } from "./ends.ts";
import { changesMessages } from "./messages.ts";
import { PropertyValue } from "./PropertyValue.tsx";
import { usePropertyNames } from "./property-names.tsx";
import { summariseEntry } from "./summarise-entry.ts";
import "./changes.css";

/** What an update changes, in one line of a list. */
export function ChangeSummary({
  entry,
}: {
  entry: Pick<ReportEntry, "type" | "outcome" | "changes">;
}) {
  const t = useMessages(changesMessages);
  const summary = summariseEntry(entry);
  switch (summary.kind) {
    case "created":
      return <span className="muted">{t("newAccount", { n: summary.fields })}</span>;
    case "words":
      return <span className="muted">{t(summary.key)}</span>;
    case "change":
      return (
        <>
          <OneChange {...summary.change} />
          {summary.more > 0 && <span className="muted"> {t("more", { n: summary.more })}</span>}
        </>
      );
    case "nothing":
      return null;
  }
}

function OneChange({ property, before, after, sensitive }: EntryChange) {
  const t = useMessages(changesMessages);
  const { labelOf } = usePropertyNames();
  const label = <span className="muted">{labelOf(property)}: </span>;
  if (sensitive === true)
    return (
      <>
        {label}
        {t("sensitiveShort")}
      </>
    );
  if (ENDS.has(property) && (before === null || after === null)) {
    return (
      <>
        {label}
        {before === null ? (
          <ins className="change-new">
            <PropertyValue property={property} value={after} />
          </ins>
        ) : (
          <del className="change-old">
            <PropertyValue property={property} value={before} />
          </del>
        )}
      </>
    );
  }
  return (
    <>
      {label}
      <del className="change-old">
        <PropertyValue property={property} value={before} />
      </del>
      {" → "}
      <ins className="change-new">
        <PropertyValue property={property} value={after} />
      </ins>
    </>
  );
}
