import type { Sync } from "../../../api/syncs.ts";
import { AskAdmins } from "../../../frame/ask-admins/AskAdmins.tsx";
import { useMayChange } from "../../../frame/use-may-change.ts";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { Bar } from "./Bar.tsx";
import { Effects } from "./Effects.tsx";
import { Limits } from "./Limits.tsx";
import { headerMessages } from "./messages.ts";
import type { StatusProps } from "./StatusBar.tsx";

/** Nothing has been changed: what would be, why the sync waits, until when, and the two ways to decide. */
export function WaitingBar({ sync, onAsk }: Pick<StatusProps, "sync" | "onAsk">) {
  const t = useMessages(headerMessages);
  const rich = useRichMessages(headerMessages);
  const now = useNow();
  const mayDecide = useMayChange();
  const limits = sync.thresholds;
  const isExpired = sync.expiresAt !== null && new Date(sync.expiresAt) <= now;
  return (
    <Bar
      tone="caution"
      title={t("unchanged")}
      actions={
        mayDecide &&
        !isExpired && (
          <>
            <Button tone="danger-plain" onPress={() => onAsk("reject")}>
              {t("reject")}
            </Button>
            <Button tone="primary" onPress={() => onAsk("approve")}>
              {t("approve")}
            </Button>
          </>
        )
      }
    >
      {!isExpired && (mayDecide ? t("review") : <AskAdmins>{t("reviewByAdmin")}</AskAdmins>)}{" "}
      <span className="muted">
        {isExpired && t("expired")}
        {!isExpired &&
          sync.expiresAt !== null &&
          rich("expires", { date: <Time at={sync.expiresAt} show="longDate" /> })}
      </span>
      <Effects sync={sync} />
      <Hold sync={sync} />
      <Limits
        title={limits.length === 1 ? t("overLimit") : t("overLimits", { n: limits.length })}
        limits={limits}
      />
    </Bar>
  );
}

/** Why it waits besides its plan. */
function Hold({ sync: { hold } }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const rich = useRichMessages(headerMessages);
  if (hold === null) return null;
  if (hold.reason === "paused") return <p>{t("holdPaused")}</p>;
  if (hold.date === null) return <p>{t("holdOlderUndated")}</p>;
  return <p>{rich("holdOlder", { date: <Time at={hold.date} show="long" /> })}</p>;
}
