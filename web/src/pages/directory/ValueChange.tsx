import { Link } from "@tanstack/react-router";
import type { UserRole, UserState } from "#contract/catalogue.ts";
import { ROLE_LABELS, USER_STATE_LABELS } from "#contract/labels.ts";
import type { Language } from "#contract/language.ts";
import type { HistoryItem } from "../../api/users.ts";
import { PropertyValue } from "../../changes/PropertyValue.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Value } from "../../ui/Value.tsx";
import { directoryMessages } from "./messages.ts";
import "./directory.css";

export type Change = HistoryItem["changes"][number];

/** One value before and after: what is gone is struck, lists show only what came and went. */
export function ValueChange({ change, label }: { change: Change; label: string }) {
  const t = useMessages(directoryMessages);
  return (
    <div className="value-change">
      <dt>{label}</dt>
      <dd>
        {change.sensitive === true ? (
          <span className="empty-value">{t("hidden")}</span>
        ) : (
          <BeforeAfter change={change} />
        )}
      </dd>
    </div>
  );
}

function BeforeAfter({ change }: { change: Change }) {
  const { before, after } = change;
  if (Array.isArray(before) && Array.isArray(after)) return <ListChange {...{ before, after }} />;
  const isSet = before === null || before === "";
  // The end of a link is told by the name alone.
  if (change.link !== undefined && !isSet && after === null) {
    return (
      <del>
        <Side change={change} side="before" />
      </del>
    );
  }
  return (
    <>
      {!isSet && (
        <>
          <del>
            <Side change={change} side="before" />
          </del>
          <span className="value-arrow" aria-hidden="true">
            →
          </span>
        </>
      )}
      <ins>
        <Side change={change} side="after" />
      </ins>
    </>
  );
}

/** What came to a list, and what went. */
function ListChange({ before, after }: { before: string[]; after: string[] }) {
  const gone = before.filter((it) => !after.includes(it));
  const come = after.filter((it) => !before.includes(it));
  return (
    <>
      {gone.map((it) => (
        <del key={it}>− {it}</del>
      ))}
      {come.map((it) => (
        <ins key={it}>+ {it}</ins>
      ))}
    </>
  );
}

function Side({ change, side }: { change: Change; side: "before" | "after" }) {
  const language = useLanguage();
  const value = change[side];
  const id = change.link?.[side];
  const words = typeof value === "string" ? wordOf(change.property, value, language) : value;
  if (id == null || change.link === undefined) {
    return <PropertyValue property={change.property} value={words} />;
  }
  if (change.link.type === "user") {
    return (
      <Link to="/users/$id" params={{ id }} search={{}}>
        <Value value={words} />
      </Link>
    );
  }
  return (
    <Link to="/teams/$id" params={{ id }} search={{}}>
      <Value value={words} />
    </Link>
  );
}

/** States and roles are codes in what is stored. */
function wordOf(property: string, value: string, language: Language): string {
  if (property === "status" && value in USER_STATE_LABELS) {
    return USER_STATE_LABELS[value as UserState][language];
  }
  if (property === "role" && value in ROLE_LABELS) return ROLE_LABELS[value as UserRole][language];
  return value;
}
