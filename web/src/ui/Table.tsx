import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { classNames } from "./class-names.ts";
import { uiMessages } from "./messages.ts";
import "./table.css";

interface TableProps {
  /** What the table lists, for who hears it. */
  label: string;
  /** A `thead` and a `tbody`. Cells with numbers take the class `is-number`. */
  children: ReactNode;
  /** The whole row leads somewhere: put a link with the class `row-link` into one cell of each row. */
  hasRowLinks?: boolean;
}

/** A short list in rows and columns: a plain table, in a frame that scrolls sideways when it must. */
export function Table({ label, children, hasRowLinks = false }: TableProps) {
  const t = useMessages(uiMessages);
  const frame = useRef<HTMLDivElement>(null);
  const isWide = useOverflow(frame);
  // A region that scrolls must be reachable with the keys that scroll it.
  const scrolls = isWide
    ? { role: "region", tabIndex: 0, "aria-label": t("scrollTable", { label }) }
    : {};
  return (
    <div className="table-frame" ref={frame} {...scrolls}>
      <table className={classNames("table", hasRowLinks && "has-row-links")} aria-label={label}>
        {children}
      </table>
    </div>
  );
}

function useOverflow(frame: RefObject<HTMLDivElement | null>): boolean {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setIsWide(element.scrollWidth > element.clientWidth + 1),
    );
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [frame]);
  return isWide;
}
