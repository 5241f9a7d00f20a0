import { useInfiniteQuery } from "@tanstack/react-query";
import { type Team, teamListQuery } from "../../api/teams.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { TeamTable } from "../teams/TeamTable.tsx";
import { teamMessages } from "./messages.ts";

/** The teams right under this one. */
export function SubteamsTab({ team }: { team: Team }) {
  const t = useMessages(teamMessages);
  const list = useInfiniteQuery(teamListQuery({ parent: team.id }));
  const teams = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.isPending && <SkeletonRows rows={3} />}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {list.isSuccess && teams.length === 0 && <EmptyState icon="people" title={t("noSubteams")} />}
      {teams.length > 0 && <TeamTable label={t("subteams")} teams={teams} />}
      {list.hasNextPage && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
    </>
  );
}
