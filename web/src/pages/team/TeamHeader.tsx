import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import { parentsQuery, type Team } from "../../api/teams.ts";
import { CopyLinkButton } from "../../frame/copy-link/CopyLinkButton.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { Menu, MenuItem, MenuLine } from "../../ui/Menu.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { SourceMark } from "../directory/SourceMark.tsx";
import { TeamMarks } from "../teams/TeamMarks.tsx";
import { teamMessages } from "./messages.ts";
import "./team.css";

const RenameTeamDialog = loadLater(
  async () => (await import("./dialogs/RenameTeamDialog.tsx")).RenameTeamDialog,
);

const MoveTeamDialog = loadLater(
  async () => (await import("./dialogs/MoveTeamDialog.tsx")).MoveTeamDialog,
);

const DeleteTeamDialog = loadLater(
  async () => (await import("./dialogs/DeleteTeamDialog.tsx")).DeleteTeamDialog,
);

const AddTeamDialog = loadLater(
  async () => (await import("./dialogs/AddTeamDialog.tsx")).AddTeamDialog,
);

const AddMemberDialog = loadLater(
  async () => (await import("./dialogs/AddMemberDialog.tsx")).AddMemberDialog,
);

type TeamDialog = "people" | "rename" | "move" | "subteam" | "delete";

/** Which team it is, under which others it stands, who manages it, and what can be done. */
export function TeamHeader({ team }: { team: Team }) {
  const t = useMessages(teamMessages);
  const mayChange = useMayChange();
  const [dialog, setDialog] = useState<TeamDialog | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={team.name}
        trail={<Trail team={team} />}
        mark={<TeamMarks team={team} />}
        actions={
          <>
            <CopyLinkButton of="page" />
            {mayChange && (
              <>
                <Button icon="add" onPress={() => setDialog("people")}>
                  {t("addMember")}
                </Button>
                <TeamMenu onChoose={setDialog} />
              </>
            )}
          </>
        }
      >
        <Summary team={team} />
      </PageHeader>
      {dialog === "people" && <AddMemberDialog team={team} onClose={close} />}
      {dialog === "rename" && <RenameTeamDialog team={team} onClose={close} />}
      {dialog === "move" && <MoveTeamDialog team={team} onClose={close} />}
      {dialog === "subteam" && <AddTeamDialog parent={team} onClose={close} />}
      {dialog === "delete" && <DeleteTeamDialog team={team} onClose={close} />}
    </>
  );
}

function Trail({ team }: { team: Team }) {
  const words = useMessages(directoryMessages);
  const { data: parents = [] } = useQuery(parentsQuery(team.id));
  return (
    <>
      <Link to="/teams" search={{}}>
        {words("teams")}
      </Link>
      {[...parents].reverse().map(({ id, name }) => (
        <Fragment key={id}>
          <span aria-hidden="true">/</span>
          <Link to="/teams/$id" params={{ id }} search={{}}>
            {name}
          </Link>
        </Fragment>
      ))}
    </>
  );
}

const SHOWN = 5;

function Summary({ team }: { team: Team }) {
  const t = useMessages(teamMessages);
  const words = useMessages(directoryMessages);
  const rich = useRichMessages(teamMessages);
  const { managers, externalId } = team;
  const rest = managers.length - SHOWN;
  const names = (
    <>
      {managers.slice(0, SHOWN).map(({ id, name }, at) => (
        <Fragment key={id}>
          {at > 0 && ", "}
          <Link to="/users/$id" params={{ id }} search={{}}>
            {name}
          </Link>
        </Fragment>
      ))}
      {rest > 0 && ` ${words("moreTeams", { n: rest })}`}
    </>
  );
  return (
    <span className="team-summary">
      <span>{managers.length === 0 ? t("noManagers") : rich("managers", { names })}</span>
      <SourceMark record={team} />
      {externalId !== null && <span>{t("externalId", { id: externalId })}</span>}
    </span>
  );
}

function TeamMenu({ onChoose }: { onChoose: (dialog: TeamDialog) => void }) {
  const t = useMessages(teamMessages);
  return (
    <Menu label={t("more")} trigger={<Button icon="dots" aria-label={t("more")} />}>
      <MenuItem icon="edit" onAction={() => onChoose("rename")}>
        {t("rename")}
      </MenuItem>
      <MenuItem icon="arrowRight" onAction={() => onChoose("move")}>
        {t("move")}
      </MenuItem>
      <MenuItem icon="add" onAction={() => onChoose("subteam")}>
        {t("addSubteam")}
      </MenuItem>
      <MenuLine />
      <MenuItem icon="trash" isDanger onAction={() => onChoose("delete")}>
        {t("delete")}
      </MenuItem>
    </Menu>
  );
}
