import type { ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import { Text } from "react-aria-components/Text";
import "./choice.css";

interface SwitchProps {
  label: string;
  hint?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}

/** Something that is on or off. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="choice-field">
      <SwitchButton className="choice">
        <span className="switch-track">
          <span className="switch-thumb" />
        </span>
        {label}
      </SwitchButton>
      {hint !== undefined && (
        <Text slot="description" className="choice-hint is-switch">
          {hint}
        </Text>
      )}
    </SwitchField>
  );
}
