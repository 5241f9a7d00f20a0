import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiKeyKeys, createApiKey, type IssuedApiKey, type NewApiKey } from "../../api/api-keys.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogButtons } from "../../ui/Dialog.tsx";
import { describeFieldError } from "../../ui/describe-error.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { KEY_SCOPES } from "./key-scopes.ts";
import { keysMessages } from "./messages.ts";

const LIFETIMES = ["30", "90", "365", "none"] as const;
const DAY_MS = 24 * 3600_000;

/** Asks for a name, what the key may, and how long it works; 90 days unless said otherwise. */
export function CreateKeyDialog({
  onClose,
  onIssued,
}: {
  onClose: () => void;
  onIssued: (key: IssuedApiKey) => void;
}) {
  const t = useMessages(keysMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<NewApiKey["scope"]>("push");
  const [lifetime, setLifetime] = useState<(typeof LIFETIMES)[number]>("90");
  const create = useMutation({
    mutationFn: createApiKey,
    onSuccess: (key) => {
      void queryClient.invalidateQueries({ queryKey: apiKeyKeys.all });
      onIssued(key);
    },
  });
  const nameError = describeFieldError(create.error, "name", language);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = lifetime === "none" ? null : Number(lifetime);
    const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
    create.mutate({ name, scope, expiresAt });
  };

  return (
    <Dialog title={t("createTitle")} isOpen isModal onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={name}
          onChange={setName}
          error={nameError}
          maxLength={100}
          autoComplete="off"
          isRequired
          autoFocus
        />
        <RadioGroup
          label={t("scope")}
          value={scope}
          onChange={setScope}
          options={KEY_SCOPES.map(({ value, label, hint }) => ({
            ...{ value, label: t(label), hint: t(hint) },
          }))}
        />
        <Select
          label={t("lifetime")}
          value={lifetime}
          onChange={setLifetime}
          options={LIFETIMES.map((value) => ({
            value,
            label: value === "none" ? t("forEver") : t("days", { n: Number(value) }),
          }))}
        />
        {create.isError && nameError === null && (
          <ErrorCallout error={create.error} title={t("createFailed")} />
        )}
        <DialogButtons onCancel={onClose} hasFocus={false}>
          <Button
            tone="primary"
            type="submit"
            isPending={create.isPending}
            isDisabled={name.trim() === ""}
          >
            {t("create")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
