import type { SubjectType } from "#contract/catalogue.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Tile } from "../../../ui/Tiles.tsx";
import { countSubjects } from "./count-updates.ts";
import { headerMessages } from "./messages.ts";
import { RowsLink } from "./RowsLink.tsx";
import { PlannedCount } from "./SyncTiles.tsx";

/** How many updates the plan has and what became of them; users and teams apart narrow the rows. */
export function UpdatesTile({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const state = useUpdatesState(sync);
  const { user, team } = countSubjects(sync.updates.byType);
  return (
    <Tile title={t("updates")} value={<PlannedCount sync={sync} value={sync.updates.planned} />}>
      {sync.plannedAt !== null && <p>{state}</p>}
      {sync.updates.planned > 0 && (
        <p className="sync-split">
          <SplitLink subject="user" count={user} />
          <SplitLink subject="team" count={team} />
        </p>
      )}
    </Tile>
  );
}

function SplitLink({ subject, count }: { subject: SubjectType; count: number }) {
  const t = useMessages(headerMessages);
  const { number } = useFormats();
  if (count === 0) return null;
  const what = t(subject === "user" ? "users" : "teams");
  return (
    <RowsLink search={{ entity: [subject] }} aria-label={t("only", { what, n: count })}>
      {what} <span className="number">{number(count)}</span>
    </RowsLink>
  );
}

/** What became of the updates, in a few words. */
function useUpdatesState(sync: Sync): string {
  const t = useMessages(headerMessages);
  const { list } = useFormats();
  const { updates, dryRun, phase, status } = sync;
  const { planned, applied, skipped } = updates;
  if (planned === 0) return t("upToDate");
  if (dryRun) return t("wouldApply");
  if (phase === "awaiting_approval") return t("notAppliedYet");
  const isOver = phase === "done";
  if (applied + skipped === 0) return t(isOver ? "notApplied" : "notAppliedYet");
  if (applied === planned) return t("allApplied");
  const rest = planned - applied - skipped;
  const hasStopped = isOver && (status === "failed" || status === "cancelled");
  return list([
    t("applied", { n: applied }),
    ...(skipped > 0 ? [t("skipped", { n: skipped })] : []),
    ...(rest > 0 ? [t(hasStopped ? "restNotApplied" : "restToApply", { n: rest })] : []),
  ]);
}
