import type { ReactNode, Ref } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import { Spinner } from "./icons/Spinner.tsx";
import "./button.css";

export interface ButtonProps
  extends ButtonLook,
    Pick<
      AriaButtonProps,
      | "onPress"
      | "isDisabled"
      | "type"
      | "autoFocus"
      | "slot"
      | "id"
      | "aria-label"
      | "aria-describedby"
      | "aria-expanded"
      | "aria-controls"
      | "form"
    > {
  children?: ReactNode;
  icon?: IconName;
  /** An icon behind the words, as the arrow of a menu. */
  iconAfter?: IconName;
  /** What was asked is under way: the button keeps its size and focus, and takes no second press. */
  isPending?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** Does something. What leads elsewhere is a link: see ButtonLink. */
export function Button({
  tone,
  size,
  icon,
  iconAfter,
  isPending = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      isPending={isPending}
      className={buttonClass({ tone, size }, children === undefined)}
    >
      {isPending ? <Spinner /> : icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span className="button-words">{children}</span>}
      {iconAfter !== undefined && <Icon name={iconAfter} />}
    </AriaButton>
  );
}
