import { useQuery } from "@tanstack/react-query";
import { newestSyncQuery } from "../../api/decisions.ts";
import { settingsQuery } from "../../api/settings.ts";
import { NotFoundPage } from "../../frame/NotFoundPage.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { syncMessages } from "./messages.ts";

/** Instead of a sync that is not there: it is kept no longer, or there never was one. */
export function MissingSync({ id }: { id: string }) {
  const t = useMessages(syncMessages);
  const { data: newest = 0 } = useQuery(newestSyncQuery);
  const { data: settings } = useQuery(settingsQuery);
  // Numbers are given in order, without gaps: what is missing below the newest was removed for its age.
  const isOld = /^[1-9]\d*$/.test(id) && Number(id) < newest;
  return (
    <NotFoundPage title={t("notFoundTitle")}>
      {isOld && settings !== undefined
        ? t("tooOld", { n: settings.reportRetentionDays })
        : t("notFound")}
    </NotFoundPage>
  );
}
