import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { placeUser, type Team } from "../../api/teams.ts";
import { userFacetsQuery } from "../../api/users.ts";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { useSearchChanges } from "../../url/use-search-state.ts";
import type { BulkJob } from "../directory/BulkDialog.tsx";
import { ListSearch } from "../directory/ListSearch.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { UserGrid } from "../directory/UserGrid.tsx";
import { type Picks, usePicks } from "../directory/use-picks.ts";
import { teamMessages } from "./messages.ts";
import { SyncedNotice } from "./SyncedNotice.tsx";
import type { TeamSearch } from "./search.ts";

const BulkDialog = loadLater(async () => (await import("../directory/BulkDialog.tsx")).BulkDialog);

const route = getRouteApi("/frame/teams/$id");

/** Members and Team Managers, and what can be done with those that are selected. */
export function MembersTab({ team }: { team: Team }) {
  const t = useMessages(teamMessages);
  const words = useMessages(directoryMessages);
  const { q } = route.useSearch();
  const { type } = useSearchChanges<TeamSearch>();
  const mayChange = useMayChange();
  const text = q?.trim() ?? "";
  const filters = { team: [team.id], ...(text === "" ? {} : { q: text }) };
  const { data: facets, dataUpdatedAt, isPlaceholderData } = useQuery(userFacetsQuery(filters));
  const picks = usePicks(JSON.stringify(filters));
  return (
    <>
      <FilterBar end={facets !== undefined && words("usersCount", { n: facets.total })}>
        <ListSearch
          label={t("search")}
          value={q ?? ""}
          onSearch={(next) => type({ q: next === "" ? undefined : next })}
        />
      </FilterBar>
      <div className="user-grid-frame">
        <UserGrid
          label={t("membersLabel")}
          filters={filters}
          teamId={team.id}
          round={isPlaceholderData ? 0 : dataUpdatedAt}
          picks={mayChange ? picks : undefined}
          empty={
            text === "" ? (
              <EmptyState icon="people" title={t("noMembersTitle")}>
                {t("noMembersText")}
              </EmptyState>
            ) : (
              <EmptyState
                icon="filter"
                title={t("noMembersFound")}
                actions={<Button onPress={() => type({ q: undefined })}>{t("clearSearch")}</Button>}
              />
            )
          }
        />
      </div>
      {mayChange && <PlaceBar team={team} picks={picks} />}
    </>
  );
}

/** What can be done with the people who are selected. */
function PlaceBar({ team, picks }: { team: Team; picks: Picks }) {
  const t = useMessages(teamMessages);
  const words = useMessages(directoryMessages);
  const [job, setJob] = useState<BulkJob | null>(null);
  const { users } = picks;
  const n = users.length;
  const { name } = team;
  const begin = (given: Omit<BulkJob, "users" | "confirmLabel">) =>
    setJob({
      ...given,
      users,
      confirmLabel: given.title,
      text: (
        <>
          <p>{given.text}</p>
          <SyncedNotice team={team} />
        </>
      ),
    });
  return (
    <>
      {n > 0 && (
        <section className="selection-bar" aria-label={words("selectionBar")}>
          <span className="selection-bar-words" role="status">
            {words("selected", { n })}
          </span>
          <Button
            size="small"
            onPress={() =>
              begin({
                title: t("makeManagerTitle", { n }),
                text: t("makeManagerText", { team: name }),
                act: ({ id }) => placeUser(team.id, id, { isManager: true }),
              })
            }
          >
            {t("makeManager", { n })}
          </Button>
          <Button
            size="small"
            onPress={() =>
              begin({
                title: t("endManagerTitle", { n }),
                text: t("endManagerText", { team: name }),
                act: ({ id }) => placeUser(team.id, id, { isManager: false }),
              })
            }
          >
            {t("endManager")}
          </Button>
          <Button
            size="small"
            tone="danger-plain"
            onPress={() =>
              begin({
                title: t("remove", { n }),
                text: t("removeText", { team: name }),
                isDanger: true,
                act: ({ id }) => placeUser(team.id, id, { isMember: false, isManager: false }),
              })
            }
          >
            {t("remove", { n })}
          </Button>
          <span className="selection-bar-end">
            <Button size="small" tone="quiet" onPress={() => picks.clear()}>
              {words("clearSelection")}
            </Button>
          </span>
        </section>
      )}
      {job !== null && (
        <BulkDialog
          job={job}
          onClose={(isDone) => {
            setJob(null);
            if (isDone) picks.clear();
          }}
        />
      )}
    </>
  );
}
