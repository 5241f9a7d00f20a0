import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { activityQuery } from "../../api/decisions.ts";
import type { Sync } from "../../api/syncs.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { ActivityLog } from "./activity/ActivityLog.tsx";
import { DataUsed } from "./activity/DataUsed.tsx";
import { activityMessages } from "./activity/messages.ts";
import { SettingsUsed } from "./activity/SettingsUsed.tsx";
import "./activity/activity.css";

const route = getRouteApi("/frame/syncs/$id");

/** What people did with a sync, the data it was given and the settings it ran under. */
export function ActivityTab({ sync }: { sync: Sync }) {
  const t = useMessages(activityMessages);
  const language = useLanguage();
  const { id } = route.useParams();
  const { data: activity, error, refetch, isFetching } = useQuery(activityQuery(id, language));
  if (activity === undefined) {
    return error === null ? (
      <SkeletonRows />
    ) : (
      <ErrorCallout
        error={error}
        title={t("loadFailed")}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  return (
    <div className="activity">
      <div className="activity-column">
        <ActivityLog sync={sync} activity={activity} />
        <DataUsed sync={sync} reruns={activity.reruns} />
      </div>
      <div className="activity-column">
        <SettingsUsed {...activity} />
      </div>
    </div>
  );
}
