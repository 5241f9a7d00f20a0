import { Link } from "@tanstack/react-router";
import type { SyncActivity } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Card } from "../../../ui/Card.tsx";
import { Icon } from "../../../ui/icons/Icon.tsx";
import { Time } from "../../../ui/Time.tsx";
import { RowsLink } from "../header/RowsLink.tsx";
import { listEvents, type SyncEvent } from "./list-events.ts";
import { activityMessages } from "./messages.ts";

type Item = SyncActivity["items"][number];

/** Who did what with a sync, and its steps, newest first. */
export function ActivityLog({ sync, activity }: { sync: Sync; activity: SyncActivity }) {
  const t = useMessages(activityMessages);
  const events = listEvents(sync, activity.items);
  return (
    <Card title={t("what")} hint={t("whatHint")}>
      {activity.attempts > 1 && <TakenUp sync={sync} attempts={activity.attempts} />}
      {events.length === 0 && <p>{t("none")}</p>}
      <ol className="activity-log">
        {events.map((event) => (
          <li key={event.key} className="activity-event">
            <Time at={event.at} />
            <div className="activity-words">
              <EventWords event={event} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** That work on it was broken off and taken up again. When is not kept, so it stands beside what has a time. */
function TakenUp({ sync, attempts }: { sync: Sync; attempts: number }) {
  const t = useMessages(activityMessages);
  const isOfApplying = sync.decision?.reason === "approved_by_person";
  return (
    <p className="activity-taken-up">
      <Icon name="refresh" />
      <span>
        <strong>{t(isOfApplying ? "appliedAgain" : "takenUp", { n: attempts })}</strong>{" "}
        <span className="muted">{t("takenUpHint")}</span>
      </span>
    </p>
  );
}

function EventWords({ event }: { event: SyncEvent }) {
  const t = useMessages(activityMessages);
  if (!("item" in event)) return <span>{t(event.step)}</span>;
  const { label, actor } = event.item;
  return (
    <>
      <span>
        <strong>{label}</strong>{" "}
        {actor.kind !== "system" &&
          t(actor.kind === "api_key" ? "byKey" : "by", { who: actor.name })}
      </span>
      <EventDetails item={event.item} />
    </>
  );
}

/** What is worth telling of the details that were kept. */
function EventDetails({ item: { action, details } }: { item: Item }) {
  const t = useMessages(activityMessages);
  if (details === null) return null;
  const { comment, filtered, entries, supersededBy, dryRun, entry } = details;
  if (action === "report_downloaded" && typeof entries === "number") {
    return (
      <span className="muted">
        {t(filtered === true ? "downloadedSome" : "downloadedAll", { n: entries })}
      </span>
    );
  }
  if (action === "record_shown" && typeof entry === "number") {
    return <RowsLink search={{ row: entry }}>{t("shownRow")}</RowsLink>;
  }
  if (typeof supersededBy === "string") {
    return (
      <Link to="/syncs/$id" params={{ id: supersededBy }}>
        {t("openSync")}
      </Link>
    );
  }
  if (typeof comment === "string") {
    return <span className="activity-comment">{t("withComment", { text: comment })}</span>;
  }
  return dryRun === true ? <span className="muted">{t("startedPreview")}</span> : null;
}
