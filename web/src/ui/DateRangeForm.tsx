import { useState } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import type { DateRange, DateRangeChipProps } from "./DateRangeChip.tsx";
import { dateRangeMessages } from "./date-range-messages.ts";
import { RadioGroup } from "./RadioGroup.tsx";
import { TextField } from "./TextField.tsx";

const ANY = "any";
const DAYS = "days";

/** What the filter for days opens. */
export function DateRangeForm({ label, spans, value, onChange }: DateRangeChipProps<string>) {
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
