import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useMessages } from "../i18n/use-messages.ts";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldProps } from "./Field.tsx";
import { Icon } from "./icons/Icon.tsx";
import { uiMessages } from "./messages.ts";
import "./menu.css";
import "./select.css";

export interface ComboOption {
  value: string;
  label: string;
  hint?: ReactNode;
  /** The chosen value where the text does not find it: kept for the field to know its name, and not offered. */
  isKept?: boolean;
}

interface ComboBoxProps extends Omit<FieldProps, "isReadOnly"> {
  /** What there is to choose from: all of it, or what the server found for the text. */
  options: readonly ComboOption[];
  /** The chosen value; `null` = none. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** The text in the field, where the options come from the server: then nothing is filtered here. */
  text?: string;
  onTextChange?: (text: string) => void;
  placeholder?: string;
  /** Whether the list opens as soon as the field is reached; else by typing, the arrow or a press. */
  opensOnFocus?: boolean;
}

/** One of many values, found by typing: a person, a team, a time zone. */
export function ComboBox({
  options,
  value,
  onChange,
  text,
  onTextChange,
  placeholder,
  opensOnFocus = true,
  label,
  hint,
  error,
  isOptional = false,
  isLabelHidden = false,
  ...rest
}: ComboBoxProps) {
  const t = useMessages(uiMessages);
  const typed =
    text === undefined
      ? {}
      : {
          inputValue: text,
          onInputChange: onTextChange ?? (() => undefined),
          defaultFilter: () => true,
        };
  const isNothingFound = options.length > 0 && options.every(({ isKept = false }) => isKept);
  return (
    <AriaComboBox
      {...rest}
      {...typed}
      className="field"
      items={options}
      allowsEmptyCollection
      menuTrigger={opensOnFocus ? "focus" : "input"}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={error != null}
      validationBehavior="aria"
    >
      <FieldFrame
        label={label}
        hint={hint}
        error={error}
        isOptional={isOptional}
        isLabelHidden={isLabelHidden}
      >
        <Group className="field-group">
          <Input className="field-input" {...(placeholder === undefined ? {} : { placeholder })} />
          <Button className="field-step">
            <Icon name="chevronDown" size={14} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="popover select-popover" offset={4}>
        <ListBox
          className="menu"
          items={options}
          renderEmptyState={() => <p className="filter-none">{t("noOptions")}</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className={classNames("menu-item", option.isKept === true && "is-kept")}
              isDisabled={option.isKept === true}
            >
              <span className="menu-words">
                {option.label}
                {option.hint !== undefined && <span className="menu-hint">{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
        {isNothingFound && <p className="filter-none">{t("noOptions")}</p>}
      </Popover>
    </AriaComboBox>
  );
}
