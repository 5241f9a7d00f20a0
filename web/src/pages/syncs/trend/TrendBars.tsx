import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { labelOfBadge } from "#contract/sync-badge-label.ts";
import type { TrendItem } from "../../../api/sync-history.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { AnchoredTooltip } from "../../../ui/AnchoredTooltip.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { useNow } from "../../../ui/use-now.ts";
import { syncsMessages } from "../messages.ts";
import { STRIP, type TrendBar } from "./size-bars.ts";
import { useBarDrag } from "./use-bar-drag.ts";

/** Few bars keep to the end, where the next will be, instead of growing wide. */
const LEAST_PLACES = 30;

/** The bars: a link each, of which one is a stop of the Tab key; arrows move between them. */
export function TrendBars({
  bars,
  onDays,
}: {
  bars: readonly TrendBar[];
  onDays: (from: Date, to: Date) => void;
}) {
  const t = useMessages(syncsMessages);
  const describe = useDescription();
  const [stop, setStop] = useState(bars.length - 1);
  const [shown, setShown] = useState<number | null>(null);
  const links = useRef<(Element | null)[]>([]);
  const anchor = useRef<Element | null>(null);
  const places = Math.max(bars.length, LEAST_PLACES);
  const first = places - bars.length;
  const drag = useBarDrag(
    (x) => Math.floor(x * places) - first,
    bars.length,
    (from, to) => onDays(new Date(bars[from]!.item.createdAt), new Date(bars[to]!.item.createdAt)),
  );
  const current = Math.min(stop, bars.length - 1);
  const point = (index: number) => {
    anchor.current = links.current[index] ?? null;
    setShown(index);
  };

  return (
    <>
      <svg
        className="trend-bars"
        aria-label={t("trendBars")}
        width="100%"
        height={STRIP}
        onPointerLeave={() => setShown(null)}
        {...drag.handlers}
      >
        {drag.range !== null && (
          <rect
            className="trend-range"
            x={`${((drag.range.from + first) / places) * 100}%`}
            width={`${((drag.range.to - drag.range.from + 1) / places) * 100}%`}
            height={STRIP}
          />
        )}
        {bars.map((bar, index) => (
          <Bar
            key={bar.item.id}
            bar={bar}
            x={(index + first) / places}
            width={1 / places}
            label={describe(bar.item)}
            isStop={index === current}
            refTo={(element) => {
              links.current[index] = element;
            }}
            onPoint={() => point(index)}
            onFocus={() => {
              setStop(index);
              point(index);
            }}
            onBlur={() => setShown(null)}
            onKeyDown={(event) => {
              const next = targetOf(event.key, index, bars.length);
              if (next === null) return;
              event.preventDefault();
              (links.current[next] as SVGAElement | null)?.focus();
            }}
            wasDragged={drag.wasDragged}
          />
        ))}
      </svg>
      <AnchoredTooltip
        anchor={anchor}
        isOpen={shown !== null && drag.range === null && bars[shown] !== undefined}
        onClose={() => setShown(null)}
        // Another bar is another place.
        key={shown}
      >
        {shown !== null && bars[shown] !== undefined && describe(bars[shown].item)}
      </AnchoredTooltip>
    </>
  );
}

interface BarProps {
  bar: TrendBar;
  /** From 0 to 1 of the strip. */
  x: number;
  width: number;
  label: string;
  isStop: boolean;
  refTo: (element: Element | null) => void;
  onPoint: () => void;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  wasDragged: () => boolean;
}

function Bar({ bar, x, width, label, isStop, refTo, onPoint, wasDragged, ...on }: BarProps) {
  const navigate = useNavigate();
  const { item, body, outline, cap, hasFailed } = bar;
  const base = Math.max(body, outline);
  const place = { x: `${(x + width * 0.1) * 100}%`, width: `${width * 80}%` };
  const open = (event: MouseEvent) => {
    if (wasDragged()) return event.preventDefault();
    // Keys that open another tab are the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to: "/syncs/$id", params: { id: String(item.number) } });
  };
  return (
    <a
      href={`/syncs/${item.number}`}
      ref={refTo}
      className="trend-bar"
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      onClick={open}
      onPointerEnter={onPoint}
      onDragStart={(event) => event.preventDefault()}
      {...on}
    >
      <rect className="trend-hit" x={`${x * 100}%`} width={`${width * 100}%`} height={STRIP} />
      {base === 0 && cap === 0 && (
        <rect className="trend-nothing" {...place} y={STRIP - 2} height={2} />
      )}
      {body > 0 && (
        <rect
          className={classNames("trend-body", hasFailed && "is-failed")}
          {...place}
          y={STRIP - body}
          height={body}
          rx={2}
        />
      )}
      {outline > 0 && (
        <rect
          className="trend-outline"
          {...place}
          y={STRIP - outline + 0.5}
          height={outline - 1}
          rx={2}
        />
      )}
      {cap > 0 && (
        <rect
          className="trend-cap"
          {...place}
          y={STRIP - base - cap - (base > 0 ? 1 : 0)}
          height={cap}
          rx={2}
        />
      )}
    </a>
  );
}

/** What a bar says in words. */
function useDescription(): (item: TrendItem) => string {
  const t = useMessages(syncsMessages);
  const language = useLanguage();
  const { dateTime } = useFormats();
  const now = useNow();
  return ({ createdAt, badge, updates, issues }) => {
    const { applied, planned } = updates;
    const isPartial = applied > 0 && applied < planned;
    const count =
      applied === 0 && planned > 0
        ? t("plannedOf", { n: planned })
        : isPartial
          ? t("partOf", { a: applied, b: planned })
          : t("updatesOf", { n: applied });
    const when = dateTime(new Date(createdAt), now);
    return t("barSummary", {
      ...{ when, status: labelOfBadge(badge, language), updates: count },
      issues: t("issuesOf", { n: issues }),
    });
  };
}

function targetOf(key: string, index: number, length: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: length - 1 },
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(length - 1, Math.max(0, target));
}
