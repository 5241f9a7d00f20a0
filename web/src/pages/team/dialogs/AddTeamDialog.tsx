import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { addTeam, teamKeys, teamQuery } from "../../../api/teams.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { describeFieldError } from "../../../ui/describe-error.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { showToast } from "../../../ui/toasts.ts";
import type { Named } from "../../directory/PersonField.tsx";
import { TeamField } from "../../directory/TeamField.tsx";
import { teamMessages } from "../messages.ts";
import { TeamForm } from "./TeamForm.tsx";

interface AddTeamDialogProps {
  /** The team under which it is to stand, where that is known. */
  parent: Named | null;
  onClose: () => void;
}

/** Adds a team by hand, and leads to its page. */
export function AddTeamDialog({ parent: known, onClose }: AddTeamDialogProps) {
  const t = useMessages(teamMessages);
  const language = useLanguage();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [parent, setParent] = useState(known);
  const [isTried, setIsTried] = useState(false);
  const isBlank = name.trim() === "";
  const add = useMutation({
    mutationFn: () => addTeam({ name, ...(parent === null ? {} : { parentId: parent.id }) }),
    onSuccess: async (team) => {
      void queryClient.invalidateQueries({ queryKey: teamKeys.all });
      queryClient.setQueryData(teamQuery(team.id).queryKey, team);
      showToast({ tone: "good", text: t("added", { name: team.name }) });
      onClose();
      await navigate({ to: "/teams/$id", params: { id: team.id }, search: {} });
    },
  });
  return (
    <TeamForm
      title={known === null ? t("addTitle") : t("addSubteamTitle", { team: known.name })}
      confirmLabel={t("addConfirm")}
      isPending={add.isPending}
      error={add.error}
      errorTitle={t("addFailed")}
      fields={["name", "parentId"]}
      onClose={onClose}
      onSubmit={() => {
        setIsTried(true);
        if (!isBlank) add.mutate();
      }}
    >
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        autoFocus
        isRequired
        autoComplete="off"
        error={
          isTried && isBlank ? t("nameNeeded") : describeFieldError(add.error, "name", language)
        }
      />
      {known === null && (
        <TeamField
          label={t("parent")}
          hint={t("parentHint")}
          value={parent}
          onChange={setParent}
          error={describeFieldError(add.error, "parentId", language)}
        />
      )}
    </TeamForm>
  );
}
