import type { ReactNode } from "react";
import {
  RadioGroup as AriaRadioGroup,
  RadioButton,
  RadioField,
} from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldProps } from "./Field.tsx";
import "./choice.css";

export interface RadioOption<Value extends string> {
  value: Value;
  label: string;
  hint?: ReactNode;
  isDisabled?: boolean;
}

interface RadioGroupProps<Value extends string>
  extends Pick<FieldProps, "label" | "hint" | "error" | "isDisabled" | "isLabelHidden"> {
  options: readonly RadioOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Beside each other, for a few words each. */
  isInline?: boolean;
}

/** One of a few values, all of them seen at once. */
export function RadioGroup<Value extends string>({
  options,
  value,
  onChange,
  label,
  hint,
  error,
  isLabelHidden = false,
  isDisabled = false,
  isInline = false,
}: RadioGroupProps<Value>) {
  return (
    <AriaRadioGroup
      className="field"
      value={value}
      isDisabled={isDisabled}
      isInvalid={error != null}
      validationBehavior="aria"
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
        <div className={classNames("radio-options", isInline && "is-inline")}>
          {options.map((option) => (
            <RadioField
              key={option.value}
              value={option.value}
              isDisabled={option.isDisabled === true}
              className="choice-field"
            >
              <RadioButton className="choice">
                <span className="choice-dot" />
                {option.label}
              </RadioButton>
              {option.hint !== undefined && (
                <Text slot="description" className="choice-hint">
                  {option.hint}
                </Text>
              )}
            </RadioField>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}
