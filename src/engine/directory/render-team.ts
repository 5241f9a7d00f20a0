import type { Team, TeamMember } from "../../contract/directory.ts";
import { formatId } from "../../contract/ids.ts";
import type { TeamMemberRow, TeamRow } from "../../db/queries/read-teams.ts";
import { renderNamed, renderSource } from "./render-user.ts";

/** Writes a team as the contract shows it. */
export function renderTeam(row: TeamRow): Team {
  return {
    id: formatId("team", row.id),
    externalId: row.external_id,
    source: renderSource(row),
    name: row.name,
    parent:
      row.parent_id === null
        ? null
        : renderNamed("team", { id: row.parent_id, name: row.parent_name ?? "" }),
    children: row.children.map((child) => renderNamed("team", child)),
    memberCount: row.member_count,
    managers: row.managers.map((manager) => renderNamed("user", manager)),
    openIssues: row.open_issues,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Writes a place as the team's list of people shows it. */
export function renderTeamMember(row: TeamMemberRow): TeamMember {
  const { id, name, email, state: status } = row;
  return {
    user: { id: formatId("user", id), name, email, status },
    isMember: row.is_member,
    isManager: row.is_manager,
  };
}
