import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { useMessages } from "../i18n/use-messages.ts";
import { uiMessages } from "./messages.ts";
import "./field.css";

/** What every field of a form may have around its control. */
export interface FieldProps {
  label: string;
  /** Under the label: what is meant, in a sentence. */
  hint?: ReactNode;
  /** What is wrong with the value, and what to do. */
  error?: string | null | undefined;
  isRequired?: boolean;
  isOptional?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  name?: string;
  autoFocus?: boolean;
  /** Only heard; where the place of the field says what it is. */
  isLabelHidden?: boolean;
}

/** Label, hint, the control and its error, in this order. */
export function FieldFrame({
  label,
  hint,
  error,
  isOptional = false,
  isLabelHidden = false,
  children,
}: Pick<FieldProps, "label" | "hint" | "error" | "isOptional" | "isLabelHidden"> & {
  children: ReactNode;
}) {
  const t = useMessages(uiMessages);
  return (
    <>
      <Label className={isLabelHidden ? "heard" : "field-label"}>
        {label}
        {isOptional && <span className="field-optional"> ({t("optional")})</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {children}
      <FieldError className="field-error">
        {(validation) => error ?? validation.validationErrors.join(" ")}
      </FieldError>
    </>
  );
}
