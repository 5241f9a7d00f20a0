import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Admin, addAdmin, adminsQuery } from "../../api/admins.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogButtons } from "../../ui/Dialog.tsx";
import { describeFieldError } from "../../ui/describe-error.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { showToast } from "../../ui/toasts.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { adminsMessages } from "./messages.ts";

/** As the contract has it (Email). */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Asks who is to sign in, and as what. */
export function AddAdminDialog({
  onClose,
  onLink,
}: {
  onClose: () => void;
  onLink: (name: string, path: string) => void;
}) {
  const t = useMessages(adminsMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Admin["role"]>("viewer");
  const [isTried, setIsTried] = useState(false);
  const add = useMutation({
    mutationFn: addAdmin,
    onSuccess: ({ admin, link }) => {
      void queryClient.invalidateQueries({ queryKey: adminsQuery.queryKey });
      if (link !== null) return onLink(admin.name, link);
      showToast({ tone: "good", text: t("addedWithPassword", { name: admin.name }) });
      onClose();
    },
  });
  const isNameless = name.trim() === "";
  const isNoEmail = !EMAIL.test(email.trim());
  const nameError = describeFieldError(add.error, "name", language);
  const emailError = describeFieldError(add.error, "email", language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isNameless && !isNoEmail) add.mutate({ name: name.trim(), email: email.trim(), role });
  };
  return (
    <Dialog title={t("addTitle")} isOpen isModal onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={t("name")}
          value={name}
          onChange={setName}
          maxLength={200}
          autoComplete="off"
          autoFocus
          error={isTried && isNameless ? t("nameNeeded") : nameError}
        />
        <TextField
          label={t("email")}
          type="email"
          value={email}
          onChange={setEmail}
          maxLength={320}
          autoComplete="off"
          error={isTried && isNoEmail ? t("emailNeeded") : emailError}
        />
        <RadioGroup
          label={t("role")}
          value={role}
          onChange={setRole}
          options={[
            { value: "viewer", label: t("roleViewer"), hint: t("roleViewerHint") },
            { value: "admin", label: t("roleAdmin"), hint: t("roleAdminHint") },
          ]}
        />
        {add.isError && nameError === null && emailError === null && (
          <ErrorCallout error={add.error} title={t("addFailed")} wasChange>
            {describeRefusal(add.error, t, language)}
          </ErrorCallout>
        )}
        <DialogButtons onCancel={onClose} hasFocus={false}>
          <Button tone="primary" type="submit" isPending={add.isPending}>
            {t("addConfirm")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
