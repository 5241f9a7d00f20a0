import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";
import { classNames } from "./class-names.ts";
import "./progress-bar.css";

interface ProgressBarProps {
  /** From 0 to 1; `null` while nobody knows how much there is. */
  value: number | null;
  /** What goes on: "Applying 1,204 of 9,310". */
  label: string;
  /** In one line, for a cell of a table. */
  isShort?: boolean;
  isLabelHidden?: boolean;
}

/** How far something is. The label says it in words. */
export function ProgressBar({
  value,
  label,
  isShort = false,
  isLabelHidden = false,
}: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={classNames("progress", isShort && "is-short")}
      aria-label={label}
      value={(value ?? 0) * 100}
      isIndeterminate={value === null}
      valueLabel={label}
    >
      {({ percentage = 0, isIndeterminate }) => (
        <>
          <span className="progress-track">
            <span
              className={classNames("progress-fill", isIndeterminate && "is-unknown")}
              style={isIndeterminate ? {} : { width: `${percentage}%` }}
            />
          </span>
          {!isLabelHidden && (
            <span className="progress-label number" aria-hidden="true">
              {label}
            </span>
          )}
        </>
      )}
    </AriaProgressBar>
  );
}
