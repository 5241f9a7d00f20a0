import { useQuery } from "@tanstack/react-query";
import { syncTrendQuery } from "../../../api/sync-history.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { syncsMessages } from "../messages.ts";
import { sizeBars } from "./size-bars.ts";
import { TrendBars } from "./TrendBars.tsx";
import "./trend.css";

/** What the syncs of the last 30 days came to: one bar a sync, newest last. Days can be picked by dragging over them. */
export function TrendStrip({ onDays }: { onDays: (from: Date, to: Date) => void }) {
  const t = useMessages(syncsMessages);
  const { data: trend, isError } = useQuery(syncTrendQuery);
  if (isError || trend?.items.length === 0) return null;
  if (trend === undefined) return <div className="trend is-empty" />;
  const { syncs, updates, issues, failed, items, truncated } = trend;
  const bars = sizeBars(items);
  return (
    <section className="trend" aria-labelledby="trend-title">
      <div className="trend-head">
        <h2 id="trend-title">{t(truncated ? "trendCut" : "trend")}</h2>
        <p className="muted number">
          {[
            t("syncs", { n: syncs }),
            t("updatesOf", { n: updates }),
            t("issuesOf", { n: issues }),
            t("failedOf", { n: failed }),
          ].join(", ")}
        </p>
        <ul className="trend-legend">
          <li className="is-updates">{t("updates")}</li>
          {bars.some(({ outline }) => outline > 0) && (
            <li className="is-planned">{t("notApplied")}</li>
          )}
          <li className="is-issues">{t("issues")}</li>
          <li className="is-failed">{t("failed")}</li>
        </ul>
      </div>
      <TrendBars bars={bars} onDays={onDays} />
    </section>
  );
}
