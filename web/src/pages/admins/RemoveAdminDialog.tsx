import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Admin, adminsQuery, removeAdmin } from "../../api/admins.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { showToast } from "../../ui/toasts.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { adminsMessages } from "./messages.ts";

/** Asks before somebody's access ends. */
export function RemoveAdminDialog({
  admin: { id, name },
  isSelf,
  onClose,
}: {
  admin: Admin;
  isSelf: boolean;
  onClose: () => void;
}) {
  const t = useMessages(adminsMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeAdmin(id),
    onSuccess: () => {
      // Who has removed themselves has nothing left to see here.
      if (isSelf) return window.location.assign("/sign-in");
      void queryClient.invalidateQueries({ queryKey: adminsQuery.queryKey });
      showToast({ text: t("removed", { name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("removeTitle", { name })}
      isOpen
      isDanger
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      isPending={remove.isPending}
      confirmLabel={t("removeConfirm", { name })}
    >
      <p>{t(isSelf ? "removeSelf" : "removeText")}</p>
      {remove.isError && (
        <ErrorCallout error={remove.error} title={t("removeFailed", { name })} wasChange>
          {describeRefusal(remove.error, t, language)}
        </ErrorCallout>
      )}
    </ConfirmDialog>
  );
}
