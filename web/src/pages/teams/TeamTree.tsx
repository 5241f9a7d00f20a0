import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { branchQuery, type Team, type TeamBranch } from "../../api/teams.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Num } from "../../ui/Num.tsx";
import { Tree, TreeMore, type TreeNode } from "../../ui/Tree.tsx";
import { useKeptPlace } from "../../url/kept-place.ts";
import { SourceMark } from "../directory/SourceMark.tsx";
import { teamsMessages } from "./messages.ts";
import { ManagerNames, TeamMarks } from "./TeamMarks.tsx";
import "./teams.css";

/** So few teams at the top are shown with what is below them. */
const FEW = 12;
/** So many subteams of one team are shown; a search finds the others. */
const MOST = 1000;

interface TeamTreeProps {
  roots: TeamBranch;
  isLoadingMore: boolean;
  onMore: () => void;
}

/** Teams under their parents; a level is fetched when it is opened. */
export function TeamTree({ roots, isLoadingMore, onMore }: TeamTreeProps) {
  const t = useMessages(teamsMessages);
  const { start, keep } = useKeptPlace<ReadonlySet<string>>();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(
    () => start ?? new Set(roots.items.length <= FEW ? roots.items.map(({ id }) => id) : []),
  );
  // What was opened once stays known when it is closed.
  const [opened, setOpened] = useState(expanded);
  const open = [...opened];
  const branches = useQueries({ queries: open.map((id) => branchQuery(id, MOST)) });
  const below = new Map(open.map((id, at) => [id, branches[at]?.data?.items]));

  const toNode = (team: Team): TreeNode<Team> => ({
    id: team.id,
    value: team,
    text: team.name,
    href: `/teams/${team.id}`,
    isBranch: team.children.length > 0,
    children: below.get(team.id)?.map(toNode) ?? [],
  });

  return (
    <div className="team-tree">
      <div className="team-head" aria-hidden="true">
        <span>{t("team")}</span>
        <span className="team-members">{t("members")}</span>
        <span className="team-managers">{t("managers")}</span>
        <span className="team-source">{t("source")}</span>
      </div>
      <Tree
        label={t("treeLabel")}
        nodes={roots.items.map(toNode)}
        expanded={expanded}
        onExpandedChange={(next) => {
          setExpanded(next);
          setOpened(new Set([...opened, ...next]));
          keep(next);
        }}
      >
        {renderTeam}
      </Tree>
      {roots.hasMore && (
        <TreeMore isLoading={isLoadingMore} onMore={onMore}>
          {t("loadMore")}
        </TreeMore>
      )}
    </div>
  );
}

const renderTeam = (team: Team) => <TeamRow team={team} />;

function TeamRow({ team }: { team: Team }) {
  const t = useMessages(teamsMessages);
  const { name, memberCount, children, managers } = team;
  return (
    <span className="team-row">
      <span className="team-name">
        <span className="team-name-words">{name}</span>
        {children.length > 0 && (
          <span className="muted team-subteams">{t("subteamsCount", { n: children.length })}</span>
        )}
        <TeamMarks team={team} />
      </span>
      <span className="team-members">
        <span aria-hidden="true">
          <Num value={memberCount} />
        </span>
        <span className="heard">{t("membersCount", { n: memberCount })}</span>
      </span>
      <span className="team-managers">
        {managers.length > 0 && (
          <span className="heard">
            {t("managedBy", { names: managers.map((it) => it.name).join(", ") })}
          </span>
        )}
        <span aria-hidden="true">
          <ManagerNames team={team} />
        </span>
      </span>
      <span className="team-source">
        <SourceMark record={team} isShort />
      </span>
    </span>
  );
}
