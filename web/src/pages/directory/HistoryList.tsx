import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { EntryType } from "#contract/catalogue.ts";
import { OUTCOME_LABELS } from "#contract/labels.ts";
import { nameProperty, propertiesQuery } from "../../api/properties.ts";
import type { HistoryItem } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Glyph, type GlyphKind } from "../../ui/Glyph.tsx";
import { glyphOf } from "../../ui/glyph-of.ts";
import { Time } from "../../ui/Time.tsx";
import { directoryMessages } from "./messages.ts";
import { ValueChange } from "./ValueChange.tsx";
import "./history.css";

/** More values than this are folded away, as those of somebody who was created. */
const SHOWN = 4;

interface HistoryListProps {
  label: string;
  /** Whose history it is: what was done to it is not named again. */
  of: "user" | "team";
  items: readonly HistoryItem[];
}

/** What happened to a user or team, over all syncs and by hand, newest first. */
export function HistoryList({ label, of, items }: HistoryListProps) {
  return (
    <ol className="history" aria-label={label}>
      {items.map((item) => (
        <li key={keyOf(item)} className="history-item">
          <HistoryLine item={item} of={of} />
        </li>
      ))}
    </ol>
  );
}

/** An entry is told by its sync and place; a change by hand by its time, which is to the millisecond, and its kind. */
function keyOf({ sync, entry, at, type, changes, kept }: HistoryItem): string {
  if (sync !== null) return `${sync.id} ${entry?.seq}`;
  return `${at} ${type} ${JSON.stringify([changes[0] ?? null, kept])}`;
}

function HistoryLine({ item, of }: { item: HistoryItem; of: HistoryListProps["of"] }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const rich = useRichMessages(directoryMessages);
  const { entry, changes, subject } = item;
  // A place in a team, in the history of who has it: the team says more than the person.
  const team = of === "user" && subject?.type === "team" ? subject : null;
  const isUndone = entry !== null && entry.outcome !== null && entry.outcome !== "applied";
  return (
    <>
      <span className="history-what">
        <Glyph kind={signOf(item)} />
        <span className="history-type">{item.label}</span>
        {team !== null && (
          <span>
            {rich("historyOf", {
              team: (
                <Link to="/teams/$id" params={{ id: team.id }} search={{}}>
                  {team.name}
                </Link>
              ),
            })}
          </span>
        )}
        {isUndone && entry.outcome !== null && (
          <Badge>{OUTCOME_LABELS[entry.outcome][language]}</Badge>
        )}
        {item.sync?.dryRun === true && <Badge>{t("historyPreview")}</Badge>}
      </span>
      <span className="history-at">
        <Time at={item.at} />
      </span>
      <span className="history-by">
        <Author item={item} />
      </span>
      <div className="history-changes">
        {entry?.message != null && <p>{entry.message}</p>}
        {team === null && <Changes changes={changes} />}
        {/* The message of an issue names the value already. */}
        {entry === null && <KeptFields fields={item.kept} />}
      </div>
    </>
  );
}

/** Which values were locked or unlocked; what they are did not change. */
function KeptFields({ fields }: { fields: HistoryItem["kept"] }) {
  const language = useLanguage();
  const { data: properties = [] } = useQuery(propertiesQuery);
  if (fields.length === 0) return null;
  return <p>{fields.map((it) => nameProperty(it, properties, language)).join(", ")}</p>;
}

function Author({ item: { sync, by } }: { item: HistoryItem }) {
  const t = useMessages(directoryMessages);
  if (sync === null) return by;
  return (
    <>
      <Link to="/syncs/$id" params={{ id: String(sync.number) }} search={{}}>
        {t("syncNumber", { number: String(sync.number) })}
      </Link>{" "}
      {t("historyBy", { name: by })}
    </>
  );
}

function Changes({ changes }: { changes: HistoryItem["changes"] }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const { data: properties = [] } = useQuery(propertiesQuery);
  if (changes.length === 0) return null;
  const list = (
    <dl className="value-changes">
      {changes.map((change) => (
        <ValueChange
          key={change.property}
          change={change}
          label={nameProperty(change.property, properties, language)}
        />
      ))}
    </dl>
  );
  if (changes.length <= SHOWN) return list;
  return <Disclosure title={t("values", { n: changes.length })}>{list}</Disclosure>;
}

/** A change by hand is signed as the same one by a sync. */
function signOf({ type, entry }: HistoryItem): GlyphKind {
  if (entry !== null) return glyphOf(entry.type);
  if (type === "user_restored") return "created";
  if (type === "user_erased") return "removed";
  return glyphOf(type as EntryType);
}
