import { OUTCOME_LABELS } from "#contract/labels.ts";
import type { Language } from "#contract/language.ts";
import type { ReportEntry } from "../../../api/entries.ts";
import { ChangeSummary } from "../../../changes/ChangeSummary.tsx";
import type { Translate } from "../../../i18n/messages.ts";
import { Glyph } from "../../../ui/Glyph.tsx";
import { glyphOf } from "../../../ui/glyph-of.ts";
import type { GridColumn } from "../../../ui/grid/grid-column.ts";
import { Icon } from "../../../ui/icons/Icon.tsx";
import type { entriesMessages } from "./messages.ts";
import { OUTCOME_LOOKS } from "./outcome-looks.ts";
import { SubjectName } from "./SubjectName.tsx";

/** What the columns of a list of entries depend on. */
export interface ColumnChoice {
  kind: "update" | "issue";
  /** Whom the rows are about. */
  subjects: "user" | "team" | "userOrTeam";
  /** Not all rows came to the same. */
  hasOutcome: boolean;
  /** Details stand beside the list. */
  isBeside: boolean;
  /** And leave it so little room that emails, which they show too, go. */
  isTight: boolean;
  language: Language;
  t: Translate<(typeof entriesMessages)["en"]>;
}

/** Wide enough for the type in words; on a telephone the words stand over the change instead. */
const TYPE_WHEN_NARROW = "clamp(1.25rem, (100vw - 40rem) * 999, 11rem)";

/** The columns of the updates or issues of a report. */
export function makeEntryColumns({
  kind,
  subjects,
  hasOutcome,
  isBeside,
  isTight,
  language,
  t,
}: ColumnChoice): GridColumn<ReportEntry>[] {
  const columns: GridColumn<ReportEntry>[] = [
    {
      id: "type",
      header: <span className="entry-type-words">{t("type")}</span>,
      width: `minmax(9rem, ${isBeside ? 12 : kind === "update" ? 13.5 : 16.5}rem)`,
      narrow: TYPE_WHEN_NARROW,
      cell: ({ type, label }) => (
        <span className="entry-type">
          <Glyph kind={glyphOf(type)} />
          <span className="entry-type-words">{label}</span>
        </span>
      ),
    },
    {
      id: "subject",
      header: t(subjects),
      width: "minmax(7.5rem, 1fr)",
      cell: (entry, isNarrow) => (
        <>
          <SubjectName entry={entry} />
          {isNarrow && <span className="entry-second-line">{entry.subject?.email}</span>}
        </>
      ),
    },
    {
      id: "email",
      header: t("email"),
      width: "minmax(5rem, 1.1fr)",
      narrow: "hidden",
      cell: ({ subject }) => <span className="muted">{subject?.email}</span>,
    },
    {
      id: "change",
      header: t(kind === "update" ? "change" : "reason"),
      width: "minmax(12rem, 2.3fr)",
      narrow: "minmax(8rem, 1fr)",
      cell: (entry, isNarrow) =>
        kind === "update" ? (
          <ChangeSummary entry={entry} isNarrow={isNarrow} />
        ) : (
          <>
            {isNarrow && <span className="change-above">{entry.label}</span>}
            {entry.message}
          </>
        ),
    },
  ];
  // Teams have no address.
  const told =
    subjects === "team" || isTight ? columns.filter(({ id }) => id !== "email") : columns;
  if (!hasOutcome) return told;
  return [
    ...told,
    {
      id: "outcome",
      header: <span className={isBeside ? "heard" : ""}>{t("outcome")}</span>,
      // Beside details its picture must do; they say it in words.
      width: isBeside ? "1rem" : "7.5rem",
      narrow: "hidden",
      cell: ({ outcome }) =>
        outcome !== null && (
          <span className={`entry-outcome is-${OUTCOME_LOOKS[outcome].tone}`}>
            <Icon name={OUTCOME_LOOKS[outcome].icon} size={14} />
            <span className={isBeside ? "heard" : ""}>{OUTCOME_LABELS[outcome][language]}</span>
          </span>
        ),
    },
  ];
}
