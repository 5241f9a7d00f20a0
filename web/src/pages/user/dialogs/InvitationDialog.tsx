import type { Invitation } from "../../../api/users.ts";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Dialog, DialogButtons } from "../../../ui/Dialog.tsx";
import { uiMessages } from "../../../ui/messages.ts";
import { Time } from "../../../ui/Time.tsx";
import { userMessages } from "../messages.ts";

/** The link of an invitation, which is shown once. */
export function InvitationDialog({
  invitation: { user, link, expiresAt },
  onClose,
}: {
  invitation: Invitation;
  onClose: () => void;
}) {
  const t = useMessages(userMessages);
  const rich = useRichMessages(userMessages);
  const ui = useMessages(uiMessages);
  const { name, email } = user;
  const isMailed = user.invitation !== null && user.invitation.mail !== "none";
  return (
    <Dialog title={t("invitedTitle", { name })} isOpen isModal onClose={onClose}>
      <p>
        {isMailed
          ? t("invitedMailWaiting", { email: email ?? name })
          : t("invitedNoMail", { name })}
      </p>
      <p>{rich("invitedText", { time: <Time at={expiresAt} show="absolute" /> })}</p>
      <p className="invitation-link">{link}</p>
      <p className="muted">{t("invitedOnce")}</p>
      <DialogButtons onCancel={onClose} cancelLabel={ui("close")} hasFocus={false}>
        <CopyButton text={link} what={t("linkLabel")} size="usual">
          {t("copyInvitation")}
        </CopyButton>
      </DialogButtons>
    </Dialog>
  );
}
