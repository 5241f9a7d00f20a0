import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { directReportsQuery, type User } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { SkeletonText } from "../../ui/Skeleton.tsx";
import { userMessages } from "./messages.ts";

/** Who reports to the user: the first few, and the way to all. */
export function ReportsCard({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const { data } = useQuery(directReportsQuery(user.id));
  if (data === undefined) {
    return (
      <Card title={t("reports")}>
        <SkeletonText />
      </Card>
    );
  }
  const { items, total } = data;
  return (
    <Card title={t("reports")}>
      {total === 0 ? (
        <p className="muted">{t("noReports")}</p>
      ) : (
        <ul className="user-line">
          {items.map(({ id, name, jobTitle }) => (
            <li key={id}>
              <span>
                <Link to="/users/$id" params={{ id }} search={{}}>
                  {name}
                </Link>
                {jobTitle !== null && <span className="muted">{jobTitle}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > items.length && (
        <Link to="/users" search={{ manager: [user.id] }}>
          {t("allReports", { n: total })}
        </Link>
      )}
    </Card>
  );
}
