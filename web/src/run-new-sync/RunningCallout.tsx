import { useQuery } from "@tanstack/react-query";
import { runningSyncsQuery } from "../api/syncs.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Callout } from "../ui/Callout.tsx";
import { runMessages } from "./messages.ts";

/** Tells of the sync that is being worked on, and leads to it. */
export function RunningCallout({ onWatch }: { onWatch?: () => void }) {
  const t = useMessages(runMessages);
  const { data } = useQuery({ ...runningSyncsQuery, refetchOnMount: "always" });
  const running = data?.items[0];
  if (running === undefined) return null;
  return (
    <Callout
      tone="info"
      title={t("runningTitle")}
      actions={
        <ButtonLink
          size="small"
          to="/syncs/$id"
          params={{ id: String(running.number) }}
          {...(onWatch === undefined ? {} : { onClick: onWatch })}
        >
          {t("watch")}
        </ButtonLink>
      }
    >
      {t("running")}
    </Callout>
  );
}
