import { useState } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { dateRangeMessages } from "./date-range-messages.ts";
import { RadioGroup } from "./RadioGroup.tsx";
import { TextField } from "./TextField.tsx";
import "./filter-chip.css";
import "./date-range-chip.css";

/** Which days are shown: a span that ends now, or days such as 2026-11-23, each included. */
export interface DateRange<Span extends string> {
  span: Span | undefined;
  after: string | undefined;
  before: string | undefined;
}

interface DateRangeChipProps<Span extends string> {
  /** What is filtered by: "Started". */
  label: string;
  /** Spans to choose from, in words: "Last 7 days". */
  spans: readonly { value: Span; label: string }[];
  value: DateRange<Span>;
  onChange: (value: DateRange<Span>) => void;
}

/** A button that opens a filter for days. Stays open while one chooses. */
export function DateRangeChip<Span extends string>(props: DateRangeChipProps<Span>) {
  const t = useMessages(dateRangeMessages);
  const { label, value } = props;
  const when = useRangeInWords(props);
  return (
    <DialogTrigger>
      <span className="filter-chip" data-active={when !== null}>
        <Button iconAfter="chevronDown">
          {when === null ? label : t("chosen", { label, when })}
        </Button>
      </span>
      <Popover className="popover filter-popover" placement="bottom start" offset={4}>
        <AriaDialog className="date-range" aria-label={label}>
          <RangeForm {...props} value={value} />
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}

function useRangeInWords<Span extends string>({
  spans,
  value: { span, after, before },
}: DateRangeChipProps<Span>): string | null {
  const t = useMessages(dateRangeMessages);
  const { calendarDay } = useFormats();
  if (span !== undefined) return spans.find(({ value }) => value === span)?.label ?? span;
  if (after !== undefined && before !== undefined) {
    return after === before
      ? calendarDay(after)
      : t("span", { from: calendarDay(after), to: calendarDay(before) });
  }
  if (after !== undefined) return t("since", { day: calendarDay(after) });
  return before === undefined ? null : t("until", { day: calendarDay(before) });
}

const ANY = "any";
const DAYS = "days";

function RangeForm<Span extends string>({
  label,
  spans,
  value,
  onChange,
}: DateRangeChipProps<Span>) {
  const t = useMessages(dateRangeMessages);
  const hasDays = value.after !== undefined || value.before !== undefined;
  const [isByDays, setIsByDays] = useState(hasDays);
  const chosen = isByDays ? DAYS : (value.span ?? ANY);
  return (
    <>
      <RadioGroup<string>
        label={label}
        isLabelHidden
        value={chosen}
        onChange={(choice) => {
          setIsByDays(choice === DAYS);
          if (choice === DAYS) return;
          const span = spans.find((it) => it.value === choice)?.value;
          onChange({ span, after: undefined, before: undefined });
        }}
        options={[
          { value: ANY, label: t("anyTime") },
          ...spans,
          { value: DAYS, label: t("betweenDays") },
        ]}
      />
      {isByDays && (
        <DayFields value={value} onChange={(days) => onChange({ span: undefined, ...days })} />
      )}
    </>
  );
}

type Days = Pick<DateRange<string>, "after" | "before">;

/** Years of the time before there were computers are years half typed. */
const isWhole = (day: string) => day === "" || /^[2-9]\d{3}-\d{2}-\d{2}$/.test(day);

function DayFields({ value, onChange }: { value: Days; onChange: (days: Days) => void }) {
  const t = useMessages(dateRangeMessages);
  const [typed, setTyped] = useState({ after: value.after ?? "", before: value.before ?? "" });
  const change = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (!isWhole(next.after) || !isWhole(next.before)) return;
    onChange({
      after: next.after === "" ? undefined : next.after,
      before: next.before === "" ? undefined : next.before,
    });
  };
  const isWrong = typed.after !== "" && typed.before !== "" && typed.before < typed.after;
  return (
    <div className="date-range-days">
      <TextField
        type="date"
        label={t("from")}
        value={typed.after}
        onChange={(after) => change({ after })}
      />
      <TextField
        type="date"
        label={t("to")}
        value={typed.before}
        onChange={(before) => change({ before })}
        error={isWrong && isWhole(typed.before) ? t("wrongOrder") : null}
      />
    </div>
  );
}
