import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Invitation, inviteUser, type User, userKeys, userQuery } from "../../api/users.ts";
import { CopyLinkButton } from "../../frame/copy-link/CopyLinkButton.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { useNow } from "../../ui/use-now.ts";
import { describeRefusal } from "../directory/describe-refusal.ts";
import { directoryMessages } from "../directory/messages.ts";
import { SourceMark } from "../directory/SourceMark.tsx";
import { StateBadge } from "../directory/StateBadge.tsx";
import { useUserAction } from "./dialogs/use-user-action.ts";
import { useUserDialog } from "./dialogs/use-user-dialog.ts";
import { userMessages } from "./messages.ts";
import { UserMenu } from "./UserMenu.tsx";

const UserDialogs = loadLater(async () => (await import("./dialogs/UserDialogs.tsx")).UserDialogs);

const InvitationDialog = loadLater(
  async () => (await import("./dialogs/InvitationDialog.tsx")).InvitationDialog,
);

const EditUserSheet = loadLater(
  async () => (await import("./form/EditUserSheet.tsx")).EditUserSheet,
);

/** Who it is, and what can be done. */
export function UserHeader({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const mayChange = useMayChange();
  const now = useNow();
  const [isEditing, setIsEditing] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const invite = useMutation({
    mutationFn: () => inviteUser(user.id),
    onSuccess: (made) => {
      setInvitation(made);
      queryClient.setQueryData(userQuery(user.id).queryKey, made.user);
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
    },
  });
  const act = useUserAction(user);
  const { dialog, externalId, choose, close } = useUserDialog(user, mayChange);
  const { status } = user;
  const mayBeRestored =
    user.restorableUntil !== null && new Date(user.restorableUntil) > now && !user.erased;
  const failed = invite.error ?? act.error;

  return (
    <>
      <PageHeader
        title={user.name}
        trail={
          <Link to="/users" search={{}}>
            {words("users")}
          </Link>
        }
        mark={<StateBadge user={user} />}
        actions={
          <>
            <CopyLinkButton of="page" />
            {mayChange && !user.erased && (
              <>
                {status !== "deleted" && (
                  <Button icon="edit" onPress={() => setIsEditing(true)}>
                    {t("edit")}
                  </Button>
                )}
                {(status === "created" || status === "invited") && (
                  <Button
                    tone={status === "created" ? "primary" : "plain"}
                    isPending={invite.isPending}
                    onPress={() => {
                      act.reset();
                      invite.mutate();
                    }}
                  >
                    {status === "created" ? t("invite") : t("inviteAgain")}
                  </Button>
                )}
                {status === "deactivated" && (
                  <Button isPending={act.isPending} onPress={() => act.mutate("reactivate")}>
                    {t("reactivate")}
                  </Button>
                )}
                {mayBeRestored && (
                  <Button isPending={act.isPending} onPress={() => act.mutate("restore")}>
                    {t("restore")}
                  </Button>
                )}
                <UserMenu user={user} onChoose={choose} />
              </>
            )}
          </>
        }
      >
        {!user.erased && (
          <span className="user-summary">
            {[user.email ?? user.formerEmail, user.jobTitle]
              .filter((it) => it !== null && it !== user.name)
              .map((it) => (
                <span key={it}>{it}</span>
              ))}
            <SourceMark record={user} />
          </span>
        )}
      </PageHeader>
      {failed !== null && (
        <ErrorCallout error={failed} title={t("actionFailed")} wasChange>
          {describeRefusal(failed, words, language)}
        </ErrorCallout>
      )}
      {isEditing && <EditUserSheet user={user} onClose={() => setIsEditing(false)} />}
      {dialog !== null && (
        <UserDialogs user={user} dialog={dialog} externalId={externalId} onClose={close} />
      )}
      {invitation !== null && (
        <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />
      )}
    </>
  );
}
