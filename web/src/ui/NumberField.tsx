import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { NumberField as AriaNumberField } from "react-aria-components/NumberField";
import { useMessages } from "../i18n/use-messages.ts";
import { FieldFrame, type FieldProps } from "./Field.tsx";
import { Icon } from "./icons/Icon.tsx";
import { uiMessages } from "./messages.ts";

export interface NumberFieldProps extends FieldProps {
  value?: number;
  defaultValue?: number;
  /** `NaN` when the field is emptied. */
  onChange?: (value: number) => void;
  minValue?: number;
  maxValue?: number;
  /** `percent` shows 0.25 as 25%. */
  formatOptions?: Intl.NumberFormatOptions;
  /** At the end of the field's line, such as a box for "no limit". */
  beside?: ReactNode;
}

/** A field for a number, written as the language writes it, with steps. */
export function NumberField({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  beside,
  ...rest
}: NumberFieldProps) {
  const t = useMessages(uiMessages);
  const frame = {
    label,
    hint,
    error,
    isOptional: isOptional === true,
    isLabelHidden: isLabelHidden === true,
  };
  return (
    <AriaNumberField
      {...rest}
      className="field"
      isInvalid={error != null}
      validationBehavior="aria"
      decrementAriaLabel={t("decrease", { label })}
      incrementAriaLabel={t("increase", { label })}
    >
      <FieldFrame {...frame}>
        <div className="field-line">
          <Group className="field-group">
            <Input className="field-input number" />
            <Button slot="decrement" className="field-step">
              <Icon name="dash" size={14} />
            </Button>
            <Button slot="increment" className="field-step">
              <Icon name="add" size={14} />
            </Button>
          </Group>
          {beside}
        </div>
      </FieldFrame>
    </AriaNumberField>
  );
}
