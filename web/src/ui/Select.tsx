import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { FieldFrame, type FieldProps } from "./Field.tsx";
import { Icon } from "./icons/Icon.tsx";
import "./menu.css";
import "./select.css";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** A second line, in grey. */
  hint?: ReactNode;
}

export interface SelectProps<Value extends string>
  extends Omit<FieldProps, "isReadOnly" | "isOptional"> {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
}

/** One of a few values. For many, or for filters, see FilterChip. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  label,
  hint,
  error,
  isLabelHidden,
  ...rest
}: SelectProps<Value>) {
  return (
    <AriaSelect
      {...rest}
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      isInvalid={error != null}
      validationBehavior="aria"
    >
      <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden === true}>
        <Button className="field-input select-button">
          <SelectValue className="select-value">
            {({ isPlaceholder, selectedText, defaultChildren }) =>
              isPlaceholder ? defaultChildren : selectedText
            }
          </SelectValue>
          <Icon name="chevronDown" size={14} />
        </Button>
      </FieldFrame>
      <Popover className="popover select-popover" offset={4}>
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-check">
                    {isSelected && <Icon name="check" size={14} />}
                  </span>
                  <span className="menu-words">
                    {option.label}
                    {option.hint !== undefined && <span className="menu-hint">{option.hint}</span>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
