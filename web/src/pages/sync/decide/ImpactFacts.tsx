import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { impactQuery, type SyncImpact } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { SkeletonText, useIsSlow } from "../../../ui/Skeleton.tsx";
import { RowsLink } from "../header/RowsLink.tsx";
import type { Confirmation } from "./find-confirmation.ts";
import { decideMessages } from "./messages.ts";

interface ImpactFactsProps {
  sync: Sync;
  confirmation: Confirmation;
  /** A link in it was followed: the question is in the way. */
  onFollow: () => void;
}

/** What is removed, beside the directory and the last 90 days; and what no longer fits. */
export function ImpactFacts({ sync, confirmation, onFollow }: ImpactFactsProps) {
  const impact = useQuery(impactQuery(sync.id));
  const { user_deactivated: ending = 0, user_deleted: deleted = 0 } = sync.updates.byType;
  const { team_deleted: teams = 0 } = sync.updates.byType;
  return (
    <>
      {confirmation.removals > 0 && (
        <Callout tone={confirmation.isDanger ? "danger" : "caution"} icon={null}>
          {ending + deleted > 0 && (
            <UserFacts impact={impact} counts={{ ending, deleted }} onFollow={onFollow} />
          )}
          {teams > 0 && <TeamFacts impact={impact.data} count={teams} onFollow={onFollow} />}
        </Callout>
      )}
      <Misfits directory={impact.data?.directory} onFollow={onFollow} />
    </>
  );
}

const isFewer = (share: number) => share > 0 && share < 0.001;

/** "4%"; less than a tenth of a percent is said to be less. */
function useShare() {
  const { percent } = useFormats();
  return (share: number) => (isFewer(share) ? `< ${percent(0.001)}` : percent(share));
}

function findShare(impact: SyncImpact | undefined, kind: string): number | null {
  const found = impact?.removals.shares.find((share) => share.kind === kind);
  return found === undefined || found.base === 0 ? null : found.planned / found.base;
}

function UserFacts({
  impact,
  counts: { ending, deleted },
  onFollow,
}: {
  impact: { data: SyncImpact | undefined; isPending: boolean; isError: boolean };
  counts: { ending: number; deleted: number };
  onFollow: () => void;
}) {
  const t = useMessages(decideMessages);
  return (
    <p>
      {deleted > 0 && `${t("deleteUsersFact", { n: deleted })} `}
      {ending > 0 && `${t("endAccessFact", { n: ending })} `}
      {impact.isPending && <Awaited />}
      {impact.isError && `${t("noComparison")} `}
      {impact.data !== undefined && (
        <Comparison impact={impact.data} users={ending + deleted} onFollow={onFollow} />
      )}
      <RowsLink search={{ type: ["user_deactivated", "user_deleted"] }} onClick={onFollow}>
        {t("showUsers")}
      </RowsLink>
    </p>
  );
}

/** The room of a sentence that is on its way. */
function Awaited() {
  const isSlow = useIsSlow();
  return isSlow ? <SkeletonText width="11rem" /> : null;
}

function Comparison({
  impact,
  users,
  onFollow,
}: {
  impact: SyncImpact;
  users: number;
  onFollow: () => void;
}) {
  const t = useMessages(decideMessages);
  const rich = useRichMessages(decideMessages);
  const writeShare = useShare();
  const found = findShare(impact, "users");
  const { syncs, most } = impact.last90Days;
  const share = found === null ? null : writeShare(found);
  if (syncs > 0 && (most === null || most.users < users)) {
    return `${share === null ? t("moreThanAny") : t("shareUsersAndMost", { share })} `;
  }
  return (
    <>
      {share !== null && `${t("shareUsers", { share })} `}
      {most !== null &&
        rich("mostBefore", {
          n: most.users,
          sync: (
            <Link to="/syncs/$id" params={{ id: String(most.number) }} onClick={onFollow}>
              {t("syncNumber", { number: String(most.number) })}
            </Link>
          ),
        })}{" "}
    </>
  );
}

function TeamFacts({
  impact,
  count,
  onFollow,
}: {
  impact: SyncImpact | undefined;
  count: number;
  onFollow: () => void;
}) {
  const t = useMessages(decideMessages);
  const writeShare = useShare();
  const share = findShare(impact, "teams");
  return (
    <p>
      {t("deleteTeamsFact", { n: count })}{" "}
      {share !== null && `${t("shareTeams", { share: writeShare(share) })} `}
      <RowsLink search={{ type: ["team_deleted"] }} onClick={onFollow}>
        {t("showTeams")}
      </RowsLink>
    </p>
  );
}

/** The directory has moved on since the plan was made: what of it no longer fits. */
function Misfits({
  directory,
  onFollow,
}: {
  directory: SyncImpact["directory"] | undefined;
  onFollow: () => void;
}) {
  const t = useMessages(decideMessages);
  if (directory === undefined || !directory.moved || directory.unfit === 0) return null;
  return (
    <Callout tone="caution">
      {t("moved")}{" "}
      {directory.unfit === null ? (
        t("mayNotFit")
      ) : (
        <>
          {t("misfits", { n: directory.unfit })}{" "}
          <RowsLink search={{ unfit: true }} onClick={onFollow}>
            {t("showMisfits")}
          </RowsLink>
        </>
      )}
    </Callout>
  );
}
