import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { createProperty, propertiesQuery } from "../../api/properties.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog, DialogButtons } from "../../ui/Dialog.tsx";
import { describeError, describeFieldError } from "../../ui/describe-error.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { showToast } from "../../ui/toasts.ts";
import { propertiesMessages } from "./messages.ts";

/** As the contract has it (NewProperty). */
const KEY = /^[a-z][A-Za-z0-9]{0,62}$/;

/** Asks for a name, a type, and whether reports may show the values. */
export function AddPropertyDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(propertiesMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [label, setLabel] = useState("");
  const [key, setKey] = useState("");
  const [type, setType] = useState<"text" | "date">("text");
  const [sensitive, setSensitive] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const add = useMutation({
    mutationFn: createProperty,
    onSuccess: (property) => {
      void queryClient.invalidateQueries({ queryKey: propertiesQuery.queryKey });
      const text = property.sensitive && !sensitive ? "addedSensitive" : "added";
      showToast({ tone: "good", text: t(text, { name: property.label }) });
      onClose();
    },
  });
  const isNameless = label.trim() === "";
  const hasWrongKey = key !== "" && !KEY.test(key);
  const { error } = add;
  // A key that was made from the name, and is taken, is the name's fault.
  const isMadeKeyTaken =
    error instanceof ApiProblem && key === "" && error.placeOf("key")?.fault === "mistaken";
  const labelError = describeFieldError(error, isMadeKeyTaken ? "key" : "label", language);
  const keyError = isMadeKeyTaken ? null : describeFieldError(error, "key", language);
  const isTooMany = error instanceof ApiProblem && error.code === "too_many_properties";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isNameless || hasWrongKey) return;
    add.mutate({ label: label.trim(), type, sensitive, ...(key === "" ? {} : { key }) });
  };

  return (
    <Dialog title={t("addTitle")} isOpen isModal onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={label}
          onChange={setLabel}
          maxLength={200}
          autoComplete="off"
          autoFocus
          error={isTried && isNameless ? t("nameNeeded") : labelError}
        />
        <TextField
          label={t("key")}
          hint={t("keyHint")}
          value={key}
          onChange={setKey}
          maxLength={63}
          autoComplete="off"
          isOptional
          error={isTried && hasWrongKey ? t("keyForm") : keyError}
        />
        <RadioGroup
          label={t("type")}
          hint={t("typeHint")}
          value={type}
          onChange={setType}
          options={[
            { value: "text", label: t("typeText") },
            { value: "date", label: t("typeDate") },
          ]}
        />
        <Checkbox
          label={t("sensitive")}
          hint={t("sensitiveHint")}
          isSelected={sensitive}
          onChange={setSensitive}
        />
        {add.isError && labelError === null && keyError === null && (
          <ErrorCallout error={error} title={t("addFailed")} wasChange>
            {isTooMany ? t("tooMany") : describeError(error, language)}
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
