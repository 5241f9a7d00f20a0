import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type PropertyChange, propertiesQuery, updateProperty } from "../../api/properties.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog, DialogButtons } from "../../ui/Dialog.tsx";
import { describeFieldError } from "../../ui/describe-error.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { showToast } from "../../ui/toasts.ts";
import { propertiesMessages } from "./messages.ts";
import type { NamedProperty } from "./PropertyTable.tsx";

/** Changes what a property is called, and whether reports show its values. Key and type stay. */
export function EditPropertyDialog({
  property,
  onClose,
}: {
  property: NamedProperty;
  onClose: () => void;
}) {
  const t = useMessages(propertiesMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [label, setLabel] = useState(property.name);
  const [sensitive, setSensitive] = useState(property.sensitive);
  const edit = useMutation({
    mutationFn: (change: PropertyChange) => updateProperty(property.key, change),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: propertiesQuery.queryKey });
      showToast({ tone: "good", text: t("edited", { name: label.trim() }) });
      onClose();
    },
  });
  const isNameless = label.trim() === "";
  const labelError = describeFieldError(edit.error, "label", language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNameless) return;
    // A default property keeps its names in every language until it gets one of its own.
    const isRenamed = label.trim() !== property.name;
    const change = {
      ...(isRenamed ? { label: label.trim() } : {}),
      ...(sensitive === property.sensitive ? {} : { sensitive }),
    };
    if (Object.keys(change).length === 0) onClose();
    else edit.mutate(change);
  };
  return (
    <Dialog title={t("editTitle", { name: property.name })} isOpen isModal onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={t("name")}
          value={label}
          onChange={setLabel}
          maxLength={200}
          autoComplete="off"
          autoFocus
          error={isNameless ? t("nameNeeded") : labelError}
        />
        <Checkbox
          label={t("sensitive")}
          hint={t("sensitiveHint")}
          isSelected={sensitive}
          onChange={setSensitive}
        />
        {edit.isError && labelError === null && (
          <ErrorCallout error={edit.error} title={t("editFailed")} wasChange />
        )}
        <DialogButtons onCancel={onClose} hasFocus={false}>
          <Button tone="primary" type="submit" isPending={edit.isPending} isDisabled={isNameless}>
            {t("editConfirm")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
