import { Link } from "@tanstack/react-router";
import { workingTimeOf } from "#contract/working-time.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Num } from "../../../ui/Num.tsx";
import { Tile, Tiles } from "../../../ui/Tiles.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { IssuesTile } from "./IssuesTile.tsx";
import { headerMessages } from "./messages.ts";
import { UpdatesTile } from "./UpdatesTile.tsx";

/** The facts of a sync in a row: how much, how much not, from where, when. */
export function SyncTiles({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  return (
    <Tiles label={t("summary")}>
      <UpdatesTile sync={sync} />
      <IssuesTile sync={sync} />
      <SourceTile sync={sync} />
      <StartedTile sync={sync} />
    </Tiles>
  );
}

/** A count that is there only once the plan is. */
export function PlannedCount({ sync, value }: { sync: Sync; value: number }) {
  const t = useMessages(headerMessages);
  if (sync.plannedAt !== null) return <Num value={value} />;
  return <span className="sync-unknown">{t("notKnownYet")}</span>;
}

function SourceTile({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const { source, input, mode, trigger, rerunOf } = sync;
  return (
    <Tile
      isText
      title={t("source")}
      value={t("sourceForm", { source: source.name, form: input.form.toUpperCase() })}
    >
      <p>
        {t(mode)}, {t(trigger.kind === "api_key" ? "byKey" : "byPerson", { actor: trigger.actor })}
      </p>
      {rerunOf !== null && (
        <p>
          <Link to="/syncs/$id" params={{ id: rerunOf }}>
            {t("rerun")}
          </Link>
        </p>
      )}
    </Tile>
  );
}

function StartedTile({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const { duration } = useFormats();
  const now = useNow();
  const { startedAt, finishedAt, phase } = sync;
  const worked = workingTimeOf(sync, now.getTime());
  const isOver = finishedAt !== null || phase === "awaiting_approval";
  return (
    <Tile
      isText
      title={t("started")}
      value={
        startedAt === null ? t("notStarted") : <Time at={startedAt} show="absolute" isFocusable />
      }
    >
      {startedAt !== null && (
        <p>
          <Time at={startedAt} show="relative" />
          {isOver && worked !== null && `, ${t("took", { duration: duration(worked) })}`}
        </p>
      )}
    </Tile>
  );
}
