import { useRef, useState } from "react";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { AnchoredTooltip } from "./AnchoredTooltip.tsx";
import { uiMessages } from "./messages.ts";
import { useNow } from "./use-now.ts";
import "./time.css";

interface TimeProps {
  /** A point in time of the API. */
  at: string;
  /**
   * `both`: "Nov 22, 21:50 15 hours ago", for lists. `absolute`, `date`, `relative`, `long` ("November 22, 21:50", for
   * headings), `longDate` ("November 22", for sentences), `clock` ("21:50:07", for the steps of one sync).
   */
  show?: "both" | "absolute" | "date" | "relative" | "long" | "longDate" | "clock";
  /** Makes it a stop of the Tab key, so that the exact time can be had without a mouse. Not in long lists. */
  isFocusable?: boolean;
}

const POINTED_AT_MS = 400;

/** A point in time in the zone of the pages; pointed at, it tells zone and UTC. */
export function Time({ at, show = "both", isFocusable = false }: TimeProps) {
  const ref = useRef<HTMLTimeElement>(null);
  const [isNear, setIsNear] = useState(false);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  const formats = useFormats();
  const t = useMessages(uiMessages);
  const now = useNow();
  const moment = new Date(at);
  // Half a minute of a clock that goes slow must not say "in 20 seconds".
  const past = moment > now && moment.getTime() - now.getTime() < 60_000 ? moment : now;

  const come = (delay: number) => {
    clearTimeout(wait.current);
    wait.current = setTimeout(() => setIsNear(true), delay);
  };
  const leave = () => {
    clearTimeout(wait.current);
    setIsNear(false);
  };

  return (
    <>
      <time
        ref={ref}
        dateTime={at}
        className="time"
        {...(isFocusable ? { tabIndex: 0 } : {})}
        onPointerEnter={() => come(POINTED_AT_MS)}
        onPointerLeave={leave}
        onFocus={() => come(0)}
        onBlur={leave}
      >
        {show === "long" && formats.longDateTime(moment, now)}
        {show === "longDate" && formats.longDate(moment, now)}
        {show === "clock" && formats.exactTime(moment)}
        {show === "date" && formats.date(moment, now)}
        {(show === "both" || show === "absolute") && (
          <span className="time-absolute">{formats.dateTime(moment, now)}</span>
        )}
        {show === "both" && " "}
        {(show === "both" || show === "relative") && (
          <span className="time-relative">{formats.relative(moment, past)}</span>
        )}
      </time>
      {isNear && (
        // Only while it is shown: one for each of a hundred rows would cost more than the rows.
        <AnchoredTooltip anchor={ref} isOpen onClose={leave}>
          {t("exactTime", {
            here: formats.exactDateTime(moment),
            zone: formats.timeZone,
            utc: formats.utcDateTime(moment),
          })}
        </AnchoredTooltip>
      )}
    </>
  );
}
