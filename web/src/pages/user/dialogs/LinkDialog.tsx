import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../../api/api-problem.ts";
import { syncKeys } from "../../../api/syncs.ts";
import { linkUser, type User, userKeys, userQuery } from "../../../api/users.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogButtons } from "../../../ui/Dialog.tsx";
import { describeFieldError } from "../../../ui/describe-error.ts";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { userMessages } from "../messages.ts";

interface LinkDialogProps {
  user: User;
  /** The id that an issue brought. */
  externalId: string | undefined;
  onClose: () => void;
}

/** Says by which id the active source knows the person. */
export function LinkDialog({ user, externalId: suggested, onClose }: LinkDialogProps) {
  const t = useMessages(userMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [externalId, setExternalId] = useState(suggested ?? user.externalId ?? "");
  const [isTried, setIsTried] = useState(false);
  const { name } = user;
  const link = useMutation({
    mutationFn: () => linkUser(user.id, externalId),
    onSuccess: (next) => {
      queryClient.setQueryData(userQuery(user.id).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      showToast({ tone: "good", text: t("doneLinked", { name }) });
      onClose();
    },
    // Details of issues say what is still to decide about the user, and by a refusal it has changed too.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: syncKeys.all }),
  });
  const { error } = link;
  const holder = error instanceof ApiProblem ? error.subjects.holder : undefined;
  const atField = describeFieldError(error, "externalId", language);
  const isBlank = externalId.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isBlank) link.mutate();
  };
  return (
    <Dialog title={t("linkTitle", { name })} isOpen isModal onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{t("linkText")}</p>
        <TextField
          label={t("externalId")}
          value={externalId}
          onChange={setExternalId}
          autoFocus
          autoComplete="off"
          error={
            isTried && isBlank
              ? t("linkNeeded")
              : holder === undefined
                ? atField
                : describeRefusal(error, words, language)
          }
        />
        {holder !== undefined && (
          <p>
            <Link to="/users/$id" params={{ id: holder.id }} search={{}}>
              {t("holderPage", { name: holder.name })}
            </Link>
          </p>
        )}
        {error !== null && atField === null && (
          <ErrorCallout error={error} title={t("linkFailed")} wasChange>
            {describeRefusal(error, words, language)}
          </ErrorCallout>
        )}
        <DialogButtons onCancel={onClose} hasFocus={false}>
          <Button type="submit" tone="primary" isPending={link.isPending}>
            {t("linkConfirm", { name })}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
