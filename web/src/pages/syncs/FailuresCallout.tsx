import { useQuery } from "@tanstack/react-query";
import { labelOfFailure } from "#contract/failure-labels.ts";
import { syncTrendQuery } from "../../api/sync-history.ts";
import { syncQuery } from "../../api/syncs.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { countLastFailures } from "./count-last-failures.ts";
import { syncsMessages } from "./messages.ts";

/** So many in a row are no accident. */
const MANY = 3;

/** Over the history when the last syncs all failed: why the newest did. */
export function FailuresCallout() {
  const t = useMessages(syncsMessages);
  const language = useLanguage();
  const { data: trend } = useQuery(syncTrendQuery);
  const failed = countLastFailures(trend?.items ?? []);
  const last = failed < MANY ? undefined : trend?.items.findLast(({ badge }) => badge === "failed");
  const id = String(last?.number ?? "");
  const { data: sync } = useQuery({ ...syncQuery(id), enabled: last !== undefined });
  if (last === undefined || sync?.failure == null) return null;
  const { code, message } = sync.failure;
  // Somebody stopped it on purpose, and knows.
  if (code === "stopped_by_person") return null;
  return (
    <Callout
      tone="danger"
      title={t("failuresTitle", { n: failed })}
      actions={
        <ButtonLink size="small" to="/syncs/$id" params={{ id }}>
          {t("openLast")}
        </ButtonLink>
      }
    >
      {labelOfFailure(code, language) ?? message}
    </Callout>
  );
}
