import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiKey, apiKeyKeys, type IssuedApiKey, rotateApiKey } from "../../api/api-keys.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { keysMessages } from "./messages.ts";

/** Asks before a key is replaced by another. */
export function RotateKeyDialog({
  apiKey,
  onClose,
  onIssued,
}: {
  apiKey: ApiKey;
  onClose: () => void;
  onIssued: (key: IssuedApiKey) => void;
}) {
  const t = useMessages(keysMessages);
  const queryClient = useQueryClient();
  const rotate = useMutation({
    mutationFn: () => rotateApiKey(apiKey.id),
    onSuccess: (issued) => {
      void queryClient.invalidateQueries({ queryKey: apiKeyKeys.all });
      onIssued(issued);
    },
  });
  return (
    <ConfirmDialog
      title={t("rotateTitle", { name: apiKey.name })}
      isOpen
      onClose={onClose}
      onConfirm={() => rotate.mutate()}
      isPending={rotate.isPending}
      confirmLabel={t("rotateConfirm")}
    >
      <p>{t("rotateText")}</p>
      {rotate.isError && <ErrorCallout error={rotate.error} title={t("rotateFailed")} wasChange />}
    </ConfirmDialog>
  );
}
