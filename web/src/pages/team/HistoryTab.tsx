import { useInfiniteQuery } from "@tanstack/react-query";
import { type Team, teamHistoryQuery } from "../../api/teams.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { HistorySection } from "../directory/HistorySection.tsx";

/** Everything that happened to the team, over all syncs and by hand. */
export function HistoryTab({ team }: { team: Team }) {
  const history = useInfiniteQuery(teamHistoryQuery(team.id, useLanguage()));
  return <HistorySection history={history} of="team" isTitleHidden />;
}
