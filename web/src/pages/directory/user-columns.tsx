import { Link } from "@tanstack/react-router";
import type { User } from "../../api/users.ts";
import type { Translate } from "../../i18n/messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { GridColumn } from "../../ui/grid/grid-column.ts";
import { Time } from "../../ui/Time.tsx";
import { IssueMark } from "./IssueMark.tsx";
import type { en } from "./messages.en.ts";
import { StateBadge } from "./StateBadge.tsx";
import "./user-grid.css";

interface ColumnOptions {
  t: Translate<typeof en>;
  teamId: string | undefined;
  /** There is no room for all. */
  isShort: boolean;
}

/** The columns of a list of users. */
export function listUserColumns({ t, teamId, isShort }: ColumnOptions): GridColumn<User>[] {
  const name: GridColumn<User> = {
    id: "name",
    header: t("name"),
    width: "minmax(0, 1.3fr)",
    narrow: "minmax(0, 1fr)",
    cell: (user, isNarrow) => <NameCell user={user} hasEmail={isNarrow} />,
  };
  const email: GridColumn<User> = {
    id: "email",
    header: t("email"),
    width: "minmax(0, 1.5fr)",
    narrow: "hidden",
    cell: ({ email: address, formerEmail }) => (
      <span className="muted">{address ?? formerEmail}</span>
    ),
  };
  const teams: GridColumn<User> = {
    id: "team",
    header: t("team"),
    width: "minmax(0, 1fr)",
    narrow: "hidden",
    cell: ({ teams: places }) => <TeamsCell places={places} t={t} />,
  };
  const place: GridColumn<User> = {
    id: "place",
    header: t("place"),
    width: "13rem",
    narrow: "hidden",
    cell: ({ teams: places }) => {
      const place = places.find(({ id }) => id === teamId);
      return (
        <span className="user-cell-place">
          {place?.isMember === true && <span className="muted">{t("member")}</span>}
          {place?.isManager === true && <Badge icon="person">{t("teamManager")}</Badge>}
        </span>
      );
    },
  };
  const manager: GridColumn<User> = {
    id: "manager",
    header: t("manager"),
    width: "minmax(0, 1fr)",
    narrow: "hidden",
    cell: ({ directManager }) =>
      directManager !== null && (
        <Link to="/users/$id" params={{ id: directManager.id }} search={{}} tabIndex={-1}>
          {directManager.name}
        </Link>
      ),
  };
  const status: GridColumn<User> = {
    id: "status",
    header: t("status"),
    width: "10rem",
    narrow: "auto",
    cell: (user) => <StateBadge user={user} />,
  };
  const changed: GridColumn<User> = {
    id: "changed",
    header: t("lastChange"),
    width: "8.5rem",
    narrow: "hidden",
    cell: ({ updatedAt }) => <Time at={updatedAt} show="absolute" />,
  };
  const group = teamId === undefined ? teams : place;
  return isShort ? [name, email, group, status] : [name, email, group, manager, status, changed];
}

function NameCell({ user, hasEmail }: { user: User; hasEmail: boolean }) {
  const { id, name, email, openIssues } = user;
  return (
    <span className="user-cell">
      <span className="user-cell-name">
        <Link to="/users/$id" params={{ id }} search={{}} tabIndex={-1} data-row-link="">
          {name}
        </Link>
        <IssueMark types={openIssues} />
      </span>
      {hasEmail && email !== name && <span className="user-cell-email">{email}</span>}
    </span>
  );
}

/** The first team by name; how many more. */
function TeamsCell({ places, t }: { places: User["teams"]; t: ColumnOptions["t"] }) {
  const [first, ...rest] = places;
  if (first === undefined) return null;
  return (
    <>
      <Link to="/teams/$id" params={{ id: first.id }} search={{}} tabIndex={-1}>
        {first.name}
      </Link>
      {rest.length > 0 && <span className="muted"> {t("moreTeams", { n: rest.length })}</span>}
    </>
  );
}
