import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiKey, apiKeyKeys, revokeApiKey } from "../../api/api-keys.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../ui/Dialog.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { showToast } from "../../ui/toasts.ts";
import { useNow } from "../../ui/use-now.ts";
import { keysMessages } from "./messages.ts";

/** Asks before a key ends, and says what stops with it. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useMessages(keysMessages);
  const { relative } = useFormats();
  const now = useNow();
  const queryClient = useQueryClient();
  const { id, name, lastUsedAt, lastUsedIp } = apiKey;
  const when = lastUsedAt === null ? null : relative(new Date(lastUsedAt), now);
  const revoke = useMutation({
    mutationFn: () => revokeApiKey(id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: apiKeyKeys.all });
      showToast({ text: t("revoked", { name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("revokeTitle", { name })}
      isOpen
      isDanger
      onClose={onClose}
      onConfirm={() => revoke.mutate()}
      isPending={revoke.isPending}
      confirmLabel={t("revokeConfirm")}
    >
      <p>
        {lastUsedAt === null && t("revokeUnused")}
        {when !== null && lastUsedIp !== null && t("revokeUsed", { when, address: lastUsedIp })}
        {when !== null && lastUsedIp === null && t("revokeUsedUnknown", { when })}
      </p>
      {revoke.isError && <ErrorCallout error={revoke.error} title={t("revokeFailed")} wasChange />}
    </ConfirmDialog>
  );
}
