import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Tile } from "../../../ui/Tiles.tsx";
import { headerMessages } from "./messages.ts";
import { RowsLink } from "./RowsLink.tsx";
import { PlannedCount } from "./SyncTiles.tsx";

/** How many issues there are and whom they affect; the way to what to do about them. */
export function IssuesTile({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const { total, expected, byType } = sync.issues;
  const listed = Object.values(byType).reduce((sum, count) => sum + count, 0);
  const affected = useAffected(sync);
  return (
    <Tile title={t("issues")} value={<PlannedCount sync={sync} value={total} />}>
      {sync.plannedAt !== null && (
        <p>
          {total === 0 ? t("noIssues") : affected}
          {expected > 0 && ` ${t("expected", { n: expected })}`}
          {listed > total && ` ${t("information", { n: listed - total })}`}
        </p>
      )}
      {listed > 0 && (
        <p>
          <RowsLink search={{ tab: "troubleshooting" }}>{t("troubleshooting")}</RowsLink>
        </p>
      )}
    </Tile>
  );
}

function useAffected({ issues: { impactedUsers, impactedTeams } }: Sync): string {
  const t = useMessages(headerMessages);
  const users = t("countUsers", { n: impactedUsers });
  const teams = t("countTeams", { n: impactedTeams });
  if (impactedUsers + impactedTeams === 0) return "";
  if (impactedTeams === 0) return t("affected", { who: users });
  return t("affected", {
    who: impactedUsers === 0 ? teams : t("usersAndTeams", { users, teams }),
  });
}
