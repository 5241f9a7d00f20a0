import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { labelOfLimit } from "#contract/limit-labels.ts";
import { type Backtest, backtestQuery, type Thresholds } from "../../api/settings.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { Loading, SkeletonText } from "../../ui/Skeleton.tsx";
import { Time } from "../../ui/Time.tsx";
import { rulesMessages } from "./messages.ts";

/** The last syncs under the limits as they are typed: which of them would have waited, and why. */
export function BacktestCard({ limits, isSound }: { limits: Thresholds; isSound: boolean }) {
  const t = useMessages(rulesMessages);
  const { data, error, isPending, refetch, isFetching } = useQuery({
    ...backtestQuery(limits),
    // A number that cannot be is not tried.
    enabled: isSound,
  });
  return (
    <div className="backtest-card">
      <Card title={t("backtest")}>
        {!isSound && <p className="muted">{t("backtestUnsound")}</p>}
        {isSound && isPending && (
          <Loading>
            <SkeletonText width="24rem" />
          </Loading>
        )}
        {isSound && error !== null && (
          <ErrorCallout
            error={error}
            title={t("backtestFailed")}
            onRetry={() => void refetch()}
            isRetrying={isFetching}
          />
        )}
        {isSound && data !== undefined && <BacktestResult backtest={data} />}
      </Card>
    </div>
  );
}

function BacktestResult({ backtest }: { backtest: Backtest }) {
  const t = useMessages(rulesMessages);
  const { considered, held, items } = backtest;
  if (considered === 0) return <p className="muted">{t("backtestNone")}</p>;
  if (held === 0) return <p>{t("backtestClear", { n: considered })}</p>;
  return (
    <>
      <p aria-live="polite">{t("backtestHeld", { n: considered, held })}</p>
      <ul className="backtest">
        {items
          .filter(({ exceeded }) => exceeded.length > 0)
          .map((item) => (
            <HeldSync key={item.sync.id} item={item} />
          ))}
      </ul>
    </>
  );
}

function HeldSync({ item: { sync, waited, exceeded } }: { item: Backtest["items"][number] }) {
  const t = useMessages(rulesMessages);
  const language = useLanguage();
  return (
    <li>
      <p className="backtest-sync">
        <Link to="/syncs/$id" params={{ id: sync.id }} search={{}}>
          <Time at={sync.createdAt} show="absolute" />
        </Link>
        <span className="muted">{waited ? t("didWait") : t("didNotWait")}</span>
      </p>
      <ul>
        {exceeded.map(({ limit, planned, allowed }) => (
          <li key={limit}>
            {t("past", {
              label: labelOfLimit(limit, language) ?? limit,
              planned,
              allowed,
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
