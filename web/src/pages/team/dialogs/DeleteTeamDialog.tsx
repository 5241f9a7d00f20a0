import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { deleteTeam, type Team, teamKeys } from "../../../api/teams.ts";
import { userKeys } from "../../../api/users.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../../ui/Dialog.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { teamMessages } from "../messages.ts";

/** Deletes a team, after saying what goes with it. */
export function DeleteTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useMessages(teamMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { name, memberCount, parent, source } = team;
  const remove = useMutation({
    mutationFn: () => deleteTeam(team.id),
    onSuccess: async () => {
      showToast({ tone: "good", text: t("deleted", { name }) });
      onClose();
      if (parent === null) await navigate({ to: "/teams", search: {} });
      else await navigate({ to: "/teams/$id", params: { id: parent.id }, search: {} });
      queryClient.removeQueries({ queryKey: teamKeys.one(team.id) });
      void queryClient.invalidateQueries({ queryKey: teamKeys.all });
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
    },
  });
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={t("deleteTitle", { name })}
      confirmLabel={t("deleteConfirm", { name })}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {memberCount > 0 && <p>{t("deleteMembers", { n: memberCount })}</p>}
      <p>{t("deleteText")}</p>
      {source?.active === true && <p>{t("deleteSynced", { source: source.name })}</p>}
      {remove.error !== null && (
        <ErrorCallout error={remove.error} title={t("deleteFailed")} wasChange>
          {describeRefusal(remove.error, words, language)}
        </ErrorCallout>
      )}
    </ConfirmDialog>
  );
}
