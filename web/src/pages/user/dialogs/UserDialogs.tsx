import type { User } from "../../../api/users.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../../ui/Dialog.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { userMessages } from "../messages.ts";
import { EraseDialog } from "./EraseDialog.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { useUserAction } from "./use-user-action.ts";

/** The dialogs that the menu of a user opens. */
export type UserDialog = "link" | "unlink" | "deactivate" | "delete" | "erase";

interface DialogProps {
  user: User;
  onClose: () => void;
}

interface UserDialogsProps extends DialogProps {
  dialog: UserDialog;
  /** What linking begins with, instead of the user's own external id. */
  externalId: string | undefined;
}

/** The dialog that is open. */
export function UserDialogs({ dialog, externalId, ...rest }: UserDialogsProps) {
  if (dialog === "link") return <LinkDialog externalId={externalId} {...rest} />;
  if (dialog === "erase") return <EraseDialog {...rest} />;
  return <ConfirmAction action={dialog} {...rest} />;
}

function ConfirmAction({
  action,
  user,
  onClose,
}: DialogProps & { action: "unlink" | "deactivate" | "delete" }) {
  const t = useMessages(userMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const act = useUserAction(user, onClose);
  const { name } = user;
  const source = user.source?.name ?? "";
  const texts = {
    unlink: [t("unlinkTitle", { name, source }), t("unlinkText", { source })],
    deactivate: [t("deactivateTitle", { name }), t("deactivateText", { name })],
    delete: [t("deleteTitle", { name }), t("deleteText", { name })],
  } as const;
  const labels = {
    unlink: t("unlinkConfirm", { name }),
    deactivate: t("deactivateConfirm", { name }),
    delete: t("deleteConfirm", { name }),
  };
  const [title, text] = texts[action];
  return (
    <ConfirmDialog
      isOpen
      title={title}
      confirmLabel={labels[action]}
      isDanger={action !== "unlink"}
      isPending={act.isPending}
      onConfirm={() => act.mutate(action)}
      onClose={onClose}
    >
      <p>{text}</p>
      {action === "delete" && user.source !== null && <p>{t("deleteSynced", { source })}</p>}
      {act.error !== null && (
        <ErrorCallout error={act.error} title={t("actionFailed")} wasChange>
          {describeRefusal(act.error, words, language)}
        </ErrorCallout>
      )}
    </ConfirmDialog>
  );
}
