import { Link } from "@tanstack/react-router";
import type { Team } from "../../api/teams.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Num } from "../../ui/Num.tsx";
import { Table } from "../../ui/Table.tsx";
import { SourceMark } from "../directory/SourceMark.tsx";
import { teamsMessages } from "./messages.ts";
import { ManagerNames, TeamMarks } from "./TeamMarks.tsx";
import "./teams.css";

/** Teams by name, a row each, whatever they stand under. */
export function TeamTable({ label, teams }: { label: string; teams: readonly Team[] }) {
  const t = useMessages(teamsMessages);
  return (
    <Table label={label} hasRowLinks>
      <thead>
        <tr>
          <th scope="col">{t("team")}</th>
          <th scope="col" className="is-number">
            {t("members")}
          </th>
          <th scope="col">{t("managers")}</th>
          <th scope="col">{t("source")}</th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <td>
              <span className="team-cell">
                <Link to="/teams/$id" params={{ id: team.id }} search={{}} className="row-link">
                  {team.name}
                </Link>
                <TeamMarks team={team} />
              </span>
              {team.parent !== null && (
                <span className="team-parent">{t("parent", { team: team.parent.name })}</span>
              )}
            </td>
            <td className="is-number">
              <Num value={team.memberCount} />
            </td>
            <td>
              <ManagerNames team={team} />
            </td>
            <td>
              <SourceMark record={team} isShort />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
