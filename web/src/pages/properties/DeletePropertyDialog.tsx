import { useMutation, useQueryClient } from "@tanstack/react-query";
import { deleteProperty, propertiesQuery } from "../../api/properties.ts";
import { userKeys } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { showToast } from "../../ui/toasts.ts";
import { propertiesMessages } from "./messages.ts";
import type { NamedProperty } from "./PropertyTable.tsx";

/** Asks before a property goes, and says that everyone's value goes with it. */
export function DeletePropertyDialog({
  property: { key, name },
  onClose,
}: {
  property: NamedProperty;
  onClose: () => void;
}) {
  const t = useMessages(propertiesMessages);
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteProperty(key),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: propertiesQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
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
      confirmLabel={t("removeConfirm")}
    >
      <p>{t("removeText")}</p>
      {remove.isError && <ErrorCallout error={remove.error} title={t("removeFailed")} wasChange />}
    </ConfirmDialog>
  );
}
