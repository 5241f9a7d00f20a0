import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lastPushQuery, type Source } from "../../api/runs.ts";
import { settingsQuery } from "../../api/settings.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { SkeletonText } from "../../ui/Skeleton.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { Time } from "../../ui/Time.tsx";
import { uploadMessages } from "./messages.ts";

/** The active source: what it is, when it brought data last, and whether syncing is paused. */
export function SourceCard({ source }: { source: Source | null }) {
  const t = useMessages(uploadMessages);
  const { data: lastPush } = useQuery(lastPushQuery);
  const { data: settings } = useQuery(settingsQuery);
  return (
    <Card
      title={t("sourceTitle")}
      hint={source?.kind === "push" ? t("sourceText") : undefined}
      actions={
        <>
          <ButtonLink size="small" to="/provisioning/rules">
            {t("toRules")}
          </ButtonLink>
          <ButtonLink size="small" to="/provisioning/keys">
            {t("toKeys")}
          </ButtonLink>
        </>
      }
    >
      <Facts>
        <Fact name={t("source")}>{source?.name ?? t("noData")}</Fact>
        <Fact name={t("lastData")}>
          {lastPush === undefined && <SkeletonText />}
          {lastPush === null && <span className="muted">{t("noData")}</span>}
          {lastPush != null && (
            <span className="source-last">
              <Link
                to="/syncs/$id"
                params={{ id: String(lastPush.number) }}
                className="source-link"
              >
                <Time at={lastPush.input.acceptedAt ?? lastPush.createdAt} />
              </Link>
              <StatusBadge sync={lastPush} />
            </span>
          )}
        </Fact>
        <Fact name={t("syncing")}>
          {settings === undefined && <SkeletonText />}
          {settings?.paused === false && t("syncingOn")}
          {settings?.paused === true && (
            <Badge tone="caution" icon="hand">
              {t("syncingPaused")}
            </Badge>
          )}
        </Fact>
      </Facts>
    </Card>
  );
}
