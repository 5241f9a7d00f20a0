import { DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { dateRangeMessages } from "./date-range-messages.ts";
import { loadLater } from "./load-later.ts";
import "./filter-chip.css";
import "./date-range-chip.css";

/** Which days are shown: a span that ends now, or days such as 2026-11-23, each included. */
export interface DateRange<Span extends string> {
  span: Span | undefined;
  after: string | undefined;
  before: string | undefined;
}

export interface DateRangeChipProps<Span extends string> {
  /** What is filtered by: "Started". */
  label: string;
  /** Spans to choose from, in words: "Last 7 days". */
  spans: readonly { value: Span; label: string }[];
  value: DateRange<Span>;
  onChange: (value: DateRange<Span>) => void;
}

const DateRangeForm = loadLater(async () => (await import("./DateRangeForm.tsx")).DateRangeForm);

/** A button that opens a filter for days. Stays open while one chooses. */
export function DateRangeChip<Span extends string>(props: DateRangeChipProps<Span>) {
  const t = useMessages(dateRangeMessages);
  const { label, spans, value, onChange } = props;
  const when = useRangeInWords(props);
  return (
    <DialogTrigger>
      <span className="filter-chip" data-active={when !== null}>
        <Button iconAfter="chevronDown">
          {when === null ? label : t("chosen", { label, when })}
        </Button>
      </span>
      <Popover className="popover filter-popover" placement="bottom start" offset={4}>
        {/* The popover is the dialog, named by its button: one within it would leave its way out outside of both. */}
        <div className="date-range">
          <DateRangeForm
            {...{ label, spans, value }}
            onChange={({ span, ...days }) =>
              onChange({ ...days, span: spans.find((it) => it.value === span)?.value })
            }
          />
        </div>
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
