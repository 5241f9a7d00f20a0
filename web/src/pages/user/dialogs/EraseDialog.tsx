import { useState } from "react";
import type { User } from "../../../api/users.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../../ui/Dialog.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { userMessages } from "../messages.ts";
import { useUserAction } from "./use-user-action.ts";

/** Erasing cannot be undone: the name has to be typed. */
export function EraseDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useMessages(userMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const [typed, setTyped] = useState("");
  const act = useUserAction(user, onClose);
  const { name } = user;
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={t("eraseTitle", { name })}
      confirmLabel={t("eraseConfirm", { name })}
      isConfirmDisabled={fold(typed) !== fold(name)}
      isPending={act.isPending}
      onConfirm={() => act.mutate("erase")}
      onClose={onClose}
    >
      <p>{t("eraseText")}</p>
      <TextField
        label={t("eraseType", { name })}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      {act.error !== null && (
        <ErrorCallout error={act.error} title={t("actionFailed")} wasChange>
          {describeRefusal(act.error, words, language)}
        </ErrorCallout>
      )}
    </ConfirmDialog>
  );
}

/** Case, accents and spaces around are not what it is about. */
function fold(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
