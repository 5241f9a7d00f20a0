import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reportingLineQuery, type User } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/icons/Icon.tsx";
import { SkeletonText } from "../../ui/Skeleton.tsx";
import { userMessages } from "./messages.ts";

/** Whom the user reports to: the Direct Manager first, then on to the top. */
export function LineCard({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const { data: managers } = useQuery(reportingLineQuery(user.id));
  return (
    <Card title={t("line")}>
      {managers === undefined && <SkeletonText />}
      {managers?.length === 0 && <p className="muted">{t("lineTop")}</p>}
      {managers !== undefined && managers.length > 0 && (
        <ol className="user-line">
          {managers.map(({ id, name, jobTitle }) => (
            <li key={id}>
              <Icon name="arrowUp" size={14} />
              <span>
                <Link to="/users/$id" params={{ id }} search={{}}>
                  {name}
                </Link>
                {jobTitle !== null && <span className="muted">{jobTitle}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
