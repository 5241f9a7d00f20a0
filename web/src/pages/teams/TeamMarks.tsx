import type { Team } from "../../api/teams.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { IssueMark } from "../directory/IssueMark.tsx";
import { teamsMessages } from "./messages.ts";

/** What is unusual about a team: nobody in it, or something the last sync could not do. */
export function TeamMarks({ team }: { team: Team }) {
  const t = useMessages(teamsMessages);
  const isEmpty = team.memberCount === 0 && team.children.length === 0;
  return (
    <>
      {isEmpty && <Badge icon="dash">{t("empty")}</Badge>}
      <IssueMark types={team.openIssues} />
    </>
  );
}

const SHOWN = 2;

/** The Team Managers, the first few by name. */
export function ManagerNames({ team: { managers } }: { team: Team }) {
  const t = useMessages(teamsMessages);
  const names = managers
    .slice(0, SHOWN)
    .map(({ name }) => name)
    .join(", ");
  const rest = managers.length - SHOWN;
  return rest > 0 ? t("moreManagers", { names, n: rest }) : names;
}
