import { type ReactNode, useState } from "react";
import type { EntryChange } from "../api/entries.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { Fact, Facts } from "../ui/Facts.tsx";
import { ENDS } from "./ends.ts";
import { takeOff } from "./list-difference.ts";
import { changesMessages } from "./messages.ts";
import { PropertyValue, type StoredValue } from "./PropertyValue.tsx";
import { usePropertyNames } from "./property-names.tsx";
import { type DiffPart, diffWords } from "./word-diff.ts";
import "./changes.css";

interface ChangeListProps {
  changes: readonly EntryChange[];
  /** The whole record comes or goes: that it had no values before, or has none after, goes without saying. */
  isWhole?: boolean;
  /** More rows, after the changes. */
  children?: ReactNode;
}

/** Old and new value of each field that changes: − in red, + in green. */
export function ChangeList({ changes, isWhole = false, children }: ChangeListProps) {
  const { labelOf } = usePropertyNames();
  return (
    <Facts>
      {changes.map((change) => (
        <Fact key={change.property} name={labelOf(change.property)}>
          <OldAndNew change={change} isWhole={isWhole} />
        </Fact>
      ))}
      {children}
    </Facts>
  );
}

/** From so many characters on, the words that changed are shown within their text. */
const LONG_TEXT = 60;

function OldAndNew({ change, isWhole }: { change: EntryChange; isWhole: boolean }) {
  const t = useMessages(changesMessages);
  const { property, before, after, sensitive, link } = change;
  if (sensitive === true) return <span className="muted">{t("sensitive")}</span>;
  if (Array.isArray(before) || Array.isArray(after)) {
    return <ListChange before={toList(before)} after={toList(after)} />;
  }
  if (typeof before === "string" && typeof after === "string") {
    const isLong = Math.max(before.length, after.length) > LONG_TEXT;
    const parts = isLong ? diffWords(before, after) : null;
    if (parts !== null) return <WordChange parts={parts} />;
  }
  // A member or subteam comes or goes; a field has one value and then another.
  const hidesEmpty = isWhole || ENDS.has(property);
  const endOf = (id: string | null | undefined) =>
    link === undefined ? undefined : { type: link.type, id: id ?? null };
  return (
    <>
      {!(hidesEmpty && isNothing(before)) && (
        <Removed label={t("before")}>
          <PropertyValue property={property} value={before} link={endOf(link?.before)} />
        </Removed>
      )}
      {!(hidesEmpty && isNothing(after)) && (
        <Added label={t("after")}>
          <PropertyValue property={property} value={after} link={endOf(link?.after)} />
        </Added>
      )}
    </>
  );
}

function isNothing(value: StoredValue): boolean {
  return value === null || value === "";
}

function toList(value: StoredValue): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return value === null || typeof value === "boolean" ? [] : value;
}

/** So many values of a list are shown at once: a team may have thousands of members. */
const SHOWN_FIRST = 20;

/** Of lists only what came and what went. */
function ListChange({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const t = useMessages(changesMessages);
  const [isWhole, setIsWhole] = useState(false);
  const lines = [
    ...takeOff(before, after).map((line) => ({ ...line, Line: Removed, label: t("removed") })),
    ...takeOff(after, before).map((line) => ({ ...line, Line: Added, label: t("added") })),
  ];
  const more = isWhole ? 0 : lines.length - SHOWN_FIRST;
  return (
    <>
      {(more > 0 ? lines.slice(0, SHOWN_FIRST) : lines).map(({ key, value, Line, label }) => (
        <Line key={`${label} ${key}`} label={label}>
          {value}
        </Line>
      ))}
      {more > 0 && (
        <Button tone="link" onPress={() => setIsWhole(true)}>
          {t("showMore", { n: more })}
        </Button>
      )}
    </>
  );
}

function WordChange({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className="word-change">
      {parts.map(({ kind, text }, at) => {
        const key = `${at} ${kind}`;
        if (kind === "removed") return <del key={key}>{text}</del>;
        return kind === "added" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

function Removed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <del className="change-line is-removed">
      <span className="heard">{label} </span>
      <span aria-hidden="true">{"−\u00a0"}</span>
      {children}
    </del>
  );
}

function Added({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ins className="change-line is-added">
      <span className="heard">{label} </span>
      <span aria-hidden="true">{"+\u00a0"}</span>
      {children}
    </ins>
  );
}
