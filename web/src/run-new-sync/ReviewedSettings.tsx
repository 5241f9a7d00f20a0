import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { describeSetting, labelOfSetting, listSettings } from "#contract/setting-labels.ts";
import { sourcesQuery } from "../api/runs.ts";
import { type Settings, settingsQuery } from "../api/settings.ts";
import type { Sync } from "../api/syncs.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Callout } from "../ui/Callout.tsx";
import { ErrorCallout } from "../ui/ErrorCallout.tsx";
import { Fact, Facts } from "../ui/Facts.tsx";
import { SkeletonText } from "../ui/Skeleton.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { Time } from "../ui/Time.tsx";
import { runMessages } from "./messages.ts";

/** The settings that a sync started now runs under, to be looked at first. */
export function ReviewedSettings({
  lastPush,
  onLeave,
}: {
  /** `undefined` while it is looked up, `null` before there was any. */
  lastPush: Sync | null | undefined;
  onLeave: () => void;
}) {
  const t = useMessages(runMessages);
  const { data: sources } = useQuery(sourcesQuery);
  const { data: settings, error, refetch, isFetching } = useQuery(settingsQuery);
  const source = sources?.find(({ active }) => active);
  return (
    <section className="reviewed" aria-labelledby="reviewed-title">
      <header>
        <h3 id="reviewed-title">{t("review")}</h3>
        <Link to="/provisioning/rules" onClick={onLeave}>
          {t("changeSettings")}
        </Link>
      </header>
      {error !== null && (
        <ErrorCallout
          error={error}
          title={t("settingsFailed")}
          onRetry={() => void refetch()}
          isRetrying={isFetching}
        />
      )}
      {settings?.paused === true && (
        <Callout tone="caution" title={t("pausedTitle")}>
          {t("paused")}
        </Callout>
      )}
      <Facts>
        <Fact name={t("source")}>{source?.name ?? <SkeletonText />}</Fact>
        <Fact name={t("lastData")}>
          <LastData sync={lastPush} />
        </Fact>
        <Fact name={t("limits")}>
          {settings === undefined ? <SkeletonText width="14rem" /> : <Limits settings={settings} />}
        </Fact>
        <Fact name={t("invite")}>
          {settings === undefined ? (
            <SkeletonText />
          ) : (
            t(settings.automaticInvite ? "inviteOn" : "inviteOff")
          )}
        </Fact>
      </Facts>
    </section>
  );
}

/** When the source was read last, and how that went. */
function LastData({ sync }: { sync: Sync | null | undefined }) {
  const t = useMessages(runMessages);
  if (sync === undefined) return <SkeletonText />;
  if (sync === null) return <span className="muted">{t("noData")}</span>;
  return (
    <span className="last-data">
      <Time at={sync.input.acceptedAt ?? sync.createdAt} />
      <StatusBadge sync={sync} />
    </span>
  );
}

function Limits({ settings }: { settings: Settings }) {
  const t = useMessages(runMessages);
  const language = useLanguage();
  const limits = listSettings(settings).filter(
    ({ key, value }) => key.startsWith("thresholds.") && value !== null,
  );
  if (limits.length === 0) return t("noLimits");
  return (
    <ul>
      {limits.map(({ key, value }) => (
        <li key={key}>
          {t("limit", {
            setting: labelOfSetting(key, language) ?? key,
            value: describeSetting(key, value, language),
          })}
        </li>
      ))}
    </ul>
  );
}
