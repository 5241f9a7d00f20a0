import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "../../api/api-problem.ts";
import { type User, userIssuesQuery, userQuery } from "../../api/users.ts";
import { NotFoundPage } from "../../frame/NotFoundPage.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { OpenIssuesCallout } from "../directory/OpenIssuesCallout.tsx";
import { AccessCard } from "./AccessCard.tsx";
import { IdentityCard } from "./IdentityCard.tsx";
import { LineCard } from "./LineCard.tsx";
import { userMessages } from "./messages.ts";
import { ProfileCard } from "./ProfileCard.tsx";
import { ReportsCard } from "./ReportsCard.tsx";
import { TeamsCard } from "./TeamsCard.tsx";
import { UserHeader } from "./UserHeader.tsx";
import { UserHistory } from "./UserHistory.tsx";
import { UserNotice } from "./UserNotice.tsx";
import "./user.css";

const route = getRouteApi("/frame/users/$id");

/** One person: what is known, from where, and what has happened. */
export function UserPage() {
  const { id } = route.useParams();
  // Another person is another page: nothing of the one before may show in it.
  return <LoadedUser key={id} id={id} />;
}

function LoadedUser({ id }: { id: string }) {
  const t = useMessages(userMessages);
  const { data: user, error, refetch, isFetching } = useQuery(userQuery(id));
  if (isProblem(error, 404)) {
    return <NotFoundPage title={t("notFoundTitle")}>{t("notFound")}</NotFoundPage>;
  }
  if (user !== undefined) return <UserDetails user={user} />;
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

function UserDetails({ user }: { user: User }) {
  const language = useLanguage();
  const { data: issues } = useQuery(userIssuesQuery(user.id, language));
  const isThere = user.status !== "deleted";
  return (
    <>
      <UserHeader user={user} />
      <UserNotice user={user} />
      <OpenIssuesCallout issues={issues} />
      <div className="user-page">
        <div className="user-column">
          {!user.erased && <ProfileCard user={user} />}
          <UserHistory userId={user.id} />
        </div>
        <div className="user-column is-side">
          {isThere && <AccessCard user={user} />}
          {isThere && <LineCard user={user} />}
          {isThere && <ReportsCard user={user} />}
          {isThere && <TeamsCard user={user} />}
          <IdentityCard user={user} />
        </div>
      </div>
    </>
  );
}
