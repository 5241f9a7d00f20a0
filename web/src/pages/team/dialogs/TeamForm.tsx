import type { FormEvent, ReactNode } from "react";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogButtons } from "../../../ui/Dialog.tsx";
import { describeFieldError } from "../../../ui/describe-error.ts";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";

interface TeamFormProps {
  title: string;
  confirmLabel: string;
  isPending: boolean;
  error: unknown;
  /** What failed. */
  errorTitle: string;
  /** The fields it has, by their names in the API: what is wrong with them stands there. */
  fields: readonly string[];
  onSubmit: () => void;
  onClose: () => void;
  /** Instead of Cancel. */
  cancelLabel?: string;
  children: ReactNode;
}

/** A small form about a team, in a dialog. */
export function TeamForm({
  title,
  confirmLabel,
  isPending,
  error,
  errorTitle,
  fields,
  onSubmit,
  onClose,
  cancelLabel,
  children,
}: TeamFormProps) {
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const isAtField = fields.some((field) => describeFieldError(error, field, language) !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} isOpen isModal onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {error != null && !isAtField && (
          <ErrorCallout error={error} title={errorTitle} wasChange>
            {describeRefusal(error, words, language)}
          </ErrorCallout>
        )}
        <DialogButtons
          onCancel={onClose}
          hasFocus={false}
          {...(cancelLabel === undefined ? {} : { cancelLabel })}
        >
          <Button type="submit" tone="primary" isPending={isPending}>
            {confirmLabel}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
