import { useState } from "react";
import type { Team } from "../../../api/teams.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { describeFieldError } from "../../../ui/describe-error.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { teamMessages } from "../messages.ts";
import { SyncedNotice } from "../SyncedNotice.tsx";
import { TeamForm } from "./TeamForm.tsx";
import { useTeamChange } from "./use-team-change.ts";

/** Gives a team another name. */
export function RenameTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useMessages(teamMessages);
  const language = useLanguage();
  const [name, setName] = useState(team.name);
  const [isTried, setIsTried] = useState(false);
  const change = useTeamChange(team, (next) => t("renamed", { name: next.name }), onClose);
  const isBlank = name.trim() === "";
  return (
    <TeamForm
      title={t("renameTitle", { name: team.name })}
      confirmLabel={t("renameConfirm")}
      isPending={change.isPending}
      error={change.error}
      errorTitle={t("saveFailed")}
      fields={["name"]}
      onClose={onClose}
      onSubmit={() => {
        setIsTried(true);
        if (!isBlank) change.mutate({ name });
      }}
    >
      <SyncedNotice team={team} />
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        autoFocus
        isRequired
        autoComplete="off"
        error={
          isTried && isBlank ? t("nameNeeded") : describeFieldError(change.error, "name", language)
        }
      />
    </TeamForm>
  );
}
