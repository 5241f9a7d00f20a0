import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { Text } from "react-aria-components/Text";
import { Icon } from "./icons/Icon.tsx";
import "./choice.css";

interface CheckboxProps {
  label: string;
  hint?: ReactNode;
  isSelected: boolean;
  /** Some of what it stands for. */
  isIndeterminate?: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  /** Heard only, as in the rows of a table. */
  isLabelHidden?: boolean;
}

/** Yes or no, one of several that do not depend on each other. */
export function Checkbox({ label, hint, isLabelHidden = false, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="choice-field">
      <CheckboxButton className="choice" {...(isLabelHidden ? { "aria-label": label } : {})}>
        {({ isIndeterminate }) => (
          <>
            <span className="choice-box">
              <Icon name={isIndeterminate ? "dash" : "check"} size={12} />
            </span>
            {!isLabelHidden && label}
          </>
        )}
      </CheckboxButton>
      {hint !== undefined && (
        <Text slot="description" className="choice-hint">
          {hint}
        </Text>
      )}
    </CheckboxField>
  );
}
