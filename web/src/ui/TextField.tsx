import type { HTMLAttributes, Ref } from "react";
import { Input } from "react-aria-components/Input";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { FieldFrame, type FieldProps } from "./Field.tsx";

export interface TextFieldProps extends FieldProps {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  type?: "text" | "email" | "password" | "url" | "date";
  /** `current-password`, `email`, `off`, … */
  autoComplete?: string;
  inputMode?: NonNullable<HTMLAttributes<HTMLInputElement>["inputMode"]>;
  placeholder?: string;
  maxLength?: number;
  /** Several lines. */
  isLong?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field for text, of one line or several. */
export function TextField({
  isLong = false,
  placeholder,
  inputRef,
  error,
  label,
  hint,
  isOptional,
  isLabelHidden,
  ...rest
}: TextFieldProps) {
  const frame = {
    label,
    hint,
    error,
    isOptional: isOptional === true,
    isLabelHidden: isLabelHidden === true,
  };
  const shown = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} className="field" isInvalid={error != null} validationBehavior="aria">
      <FieldFrame {...frame}>
        {isLong ? (
          <TextArea className="field-input" {...shown} />
        ) : (
          <Input className="field-input" ref={inputRef ?? null} {...shown} />
        )}
      </FieldFrame>
    </AriaTextField>
  );
}
