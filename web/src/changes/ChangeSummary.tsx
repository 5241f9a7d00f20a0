import type { EntryChange, ReportEntry } from "../api/entries.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { ENDS } from "./ends.ts";
import { changesMessages } from "./messages.ts";
import { PropertyValue } from "./PropertyValue.tsx";
import { usePropertyNames } from "./property-names.tsx";
import { summariseEntry } from "./summarise-entry.ts";
import "./changes.css";

interface ChangeSummaryProps {
  entry: Pick<ReportEntry, "type" | "outcome" | "changes" | "label">;
  /** In two short lines instead of one long: what changes, or what the entry is, over what it comes to. */
  isNarrow?: boolean;
}

/** What an update changes, in a line of a list. */
export function ChangeSummary({ entry, isNarrow = false }: ChangeSummaryProps) {
  const t = useMessages(changesMessages);
  const summary = summariseEntry(entry);
  const words = (text: string) => (
    <>
      {isNarrow && <span className="change-above">{entry.label}</span>}
      <span className="muted">{text}</span>
    </>
  );
  switch (summary.kind) {
    case "created":
      return words(t("newAccount", { n: summary.fields }));
    case "words":
      return words(t(summary.key));
    case "nothing":
      return words("");
    case "change": {
      const Change = isNarrow ? ShortChange : LongChange;
      return <Change {...summary.change} more={summary.more} />;
    }
  }
}

type ChangeProps = EntryChange & { more: number };

/** "Job title: Account manager → Senior account manager": where room is short, what was gives way first. */
function LongChange({ property, before, after, sensitive, more }: ChangeProps) {
  const t = useMessages(changesMessages);
  const { labelOf } = usePropertyNames();
  const hasOneEnd = ENDS.has(property) && (before === null || after === null);
  return (
    <span className="change-inline">
      <span className="muted">{t("field", { label: labelOf(property) })} </span>
      {sensitive === true ? (
        t("sensitiveShort")
      ) : (
        <>
          {!(hasOneEnd && before === null) && <Old property={property} value={before} />}
          {!hasOneEnd && <span className="change-arrow">{" → "}</span>}
          {!(hasOneEnd && after === null) && <New property={property} value={after} />}
        </>
      )}
      {more > 0 && (
        <span className="change-more">
          <span aria-hidden="true">+{more}</span>
          <span className="heard"> {t("more", { n: more })}</span>
        </span>
      )}
    </span>
  );
}

/** The field over its new value; what it was stands in the details. */
function ShortChange({ property, before, after, sensitive, more }: ChangeProps) {
  const t = useMessages(changesMessages);
  const { labelOf } = usePropertyNames();
  const isLost = ENDS.has(property) && after === null;
  return (
    <>
      <span className="change-above">
        {labelOf(property)} {more > 0 && t("more", { n: more })}
      </span>
      {sensitive === true ? (
        t("sensitiveShort")
      ) : isLost ? (
        <Old property={property} value={before} />
      ) : (
        <>
          {!ENDS.has(property) && "→ "}
          <New property={property} value={after} />
        </>
      )}
    </>
  );
}

type ValueProps = Pick<EntryChange, "property"> & { value: EntryChange["before"] };

function Old(value: ValueProps) {
  return (
    <del className="change-old">
      <PropertyValue {...value} />
    </del>
  );
}

function New(value: ValueProps) {
  return (
    <ins className="change-new">
      <PropertyValue {...value} />
    </ins>
  );
}
