import { useMutation, useQueryClient } from "@tanstack/react-query";
import { adminsQuery, changeAdminRole } from "../../api/admins.ts";
import { meQuery } from "../../api/me.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { describeRefusal } from "./describe-refusal.ts";
import { adminsMessages } from "./messages.ts";

/** Asks before somebody gives up what they could not give themselves back. */
export function DemoteSelfDialog({ ownId, onClose }: { ownId: string; onClose: () => void }) {
  const t = useMessages(adminsMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const demote = useMutation({
    mutationFn: () => changeAdminRole(ownId, "viewer"),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: adminsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("demoteSelfTitle")}
      isOpen
      isDanger
      onClose={onClose}
      onConfirm={() => demote.mutate()}
      isPending={demote.isPending}
      confirmLabel={t("demoteSelfConfirm")}
    >
      <p>{t("demoteSelfText")}</p>
      {demote.isError && (
        <ErrorCallout error={demote.error} wasChange>
          {describeRefusal(demote.error, t, language)}
        </ErrorCallout>
      )}
    </ConfirmDialog>
  );
}
