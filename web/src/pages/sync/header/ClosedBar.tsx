import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { activityQuery } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Bar, Note } from "./Bar.tsx";
import { headerMessages } from "./messages.ts";

/** A sync of which nothing is applied and nothing will be: rejected, expired, superseded, cancelled. */
export function ClosedBar({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const title = useWhy(sync);
  const { supersededBy, decision } = sync;
  return (
    <Bar
      tone="neutral"
      title={title}
      actions={
        supersededBy !== null && (
          <ButtonLink to="/syncs/$id" params={{ id: supersededBy }}>
            {t("openNewer")}
          </ButtonLink>
        )
      }
    >
      {t("noneApplied")}
      <Note label={t("note")} text={decision?.comment ?? null} />
    </Bar>
  );
}

function useWhy(sync: Sync) {
  const rich = useRichMessages(headerMessages);
  const canceller = useCanceller(sync);
  const at = sync.decision?.at ?? canceller?.at ?? sync.finishedAt ?? sync.createdAt;
  const time = <Time at={at} show="long" />;
  switch (sync.decision?.reason) {
    case "expired":
      return rich("expiredOn", { time });
    case "superseded":
      return rich("supersededOn", { time });
    case undefined:
      return canceller === undefined
        ? rich("cancelledOn", { time })
        : rich("cancelledBy", { who: canceller.name, time });
    default:
      return rich("rejectedBy", { who: sync.decision?.by ?? "", time });
  }
}

/** Who stopped a sync: the log knows. */
export function useCanceller({
  status,
  failure,
}: Pick<Sync, "status" | "failure">): { name: string; at: string } | undefined {
  const { id } = getRouteApi("/frame/syncs/$id").useParams();
  const language = useLanguage();
  const { data } = useQuery({
    ...activityQuery(id, language),
    enabled: status === "cancelled" || failure?.code === "stopped_by_person",
  });
  const found = data?.items.find(({ action }) => action === "sync_cancelled");
  return found === undefined ? undefined : { name: found.actor.name, at: found.at };
}
