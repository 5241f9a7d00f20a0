import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { ApiProblem } from "../../../api/api-problem.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { uiMessages } from "../../../ui/messages.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { formMessages } from "./messages.ts";
import "./user-sheet.css";

interface UserSheetProps {
  title: string;
  submitLabel: string;
  isPending: boolean;
  /** Nothing to send yet. */
  isUnchanged?: boolean;
  error: unknown;
  /** What failed. */
  errorTitle: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of the form that adds and changes a user: its fields scroll, its buttons stay. */
export function UserSheet({
  title,
  submitLabel,
  isPending,
  isUnchanged = false,
  error,
  errorTitle,
  onSubmit,
  onClose,
  children,
}: UserSheetProps) {
  const t = useMessages(formMessages);
  const ui = useMessages(uiMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  // What is wrong with fields stands at the fields.
  const isAtFields = error instanceof ApiProblem && error.places.length > 0;
  // The first field that needs another value is where one goes on.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error == null) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // A list that opens over the words of the refusal would hide them.
    if (field?.role === "combobox") field.scrollIntoView({ block: "center" });
    else field?.focus();
  }, [error]);
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <form ref={form} className="user-form" onSubmit={submit} noValidate>
        <div className="user-form-fields">{children}</div>
        <footer className="user-form-foot">
          {error != null && (
            <ErrorCallout error={error} title={errorTitle} wasChange={!isAtFields}>
              {isAtFields ? t("fieldsWrong") : describeRefusal(error, words, language)}
            </ErrorCallout>
          )}
          <div className="user-form-buttons">
            {isUnchanged && <span className="muted">{t("nothingChanged")}</span>}
            <Button onPress={onClose}>{ui("cancel")}</Button>
            <Button type="submit" tone="primary" isPending={isPending} isDisabled={isUnchanged}>
              {submitLabel}
            </Button>
          </div>
        </footer>
      </form>
    </Sheet>
  );
}
