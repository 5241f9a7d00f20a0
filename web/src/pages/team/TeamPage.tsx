import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "../../api/api-problem.ts";
import { type Team, teamIssuesQuery, teamQuery } from "../../api/teams.ts";
import { NotFoundPage } from "../../frame/NotFoundPage.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { OpenIssuesCallout } from "../directory/OpenIssuesCallout.tsx";
import { MembersTab } from "./MembersTab.tsx";
import { teamMessages } from "./messages.ts";
import type { TeamSearch } from "./search.ts";
import { TeamHeader } from "./TeamHeader.tsx";

const SubteamsTab = loadLater(async () => (await import("./SubteamsTab.tsx")).SubteamsTab);
const HistoryTab = loadLater(async () => (await import("./HistoryTab.tsx")).HistoryTab);

const route = getRouteApi("/frame/teams/$id");

/** One team: who is in it, what stands under it, and what has happened. */
export function TeamPage() {
  const { id } = route.useParams();
  // Another team is another page: nothing of the one before may show in it.
  return <LoadedTeam key={id} id={id} />;
}

function LoadedTeam({ id }: { id: string }) {
  const t = useMessages(teamMessages);
  const { data: team, error, refetch, isFetching } = useQuery(teamQuery(id));
  if (isProblem(error, 404)) {
    return <NotFoundPage title={t("notFoundTitle")}>{t("notFound")}</NotFoundPage>;
  }
  if (team !== undefined) return <TeamDetails team={team} />;
  if (error !== null) {
    return (
      <ErrorCallout
        error={error}
        title={t("loadFailed")}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  return <SkeletonRows />;
}

function TeamDetails({ team }: { team: Team }) {
  const t = useMessages(teamMessages);
  const language = useLanguage();
  const { tab = "members" } = route.useSearch();
  const { pick } = useSearchChanges<TeamSearch>();
  const { data: issues } = useQuery(teamIssuesQuery(team.id, language));
  return (
    <div className={tab === "members" ? "fills-window" : "team-page"}>
      <TeamHeader team={team} />
      <OpenIssuesCallout issues={issues} />
      <Tabs
        label={t("tabs")}
        value={tab}
        onChange={(next) => pick({ tab: next === "members" ? undefined : next, q: undefined })}
        isTall={tab === "members"}
        tabs={[
          { value: "members", label: t("members"), count: team.memberCount },
          { value: "subteams", label: t("subteams"), count: team.children.length },
          { value: "history", label: t("history") },
        ]}
      >
        {tab === "members" && <MembersTab team={team} />}
        {tab === "subteams" && <SubteamsTab team={team} />}
        {tab === "history" && <HistoryTab team={team} />}
      </Tabs>
    </div>
  );
}
