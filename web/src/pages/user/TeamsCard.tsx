import { Link } from "@tanstack/react-router";
import type { User } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { userMessages } from "./messages.ts";

/** The user's places in teams. */
export function TeamsCard({ user }: { user: User }) {
  const t = useMessages(userMessages);
  return (
    <Card title={t("teams")}>
      {user.teams.length === 0 ? (
        <p className="muted">{t("noTeams")}</p>
      ) : (
        <ul className="user-line">
          {user.teams.map(({ id, name, isMember, isManager }) => (
            <li key={id}>
              <span>
                <Link to="/teams/$id" params={{ id }} search={{}}>
                  {name}
                </Link>
                <span className="muted">
                  {t(isManager ? (isMember ? "memberAndManager" : "managerOnly") : "member")}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
