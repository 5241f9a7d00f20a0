import {
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
} from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { useMessages } from "../i18n/use-messages.ts";
import { announce } from "./announce.ts";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import { Spinner } from "./icons/Spinner.tsx";
import { uiMessages } from "./messages.ts";
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
  onPress,
  type,
  ref,
  ...rest
}: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(ref, () => button.current!);
  usePendingState(button, isPending);
  return (
    <AriaButton
      {...rest}
      {...(isPending
        ? { type: "button" as const }
        : { type: type ?? "button", ...pressOf(onPress) })}
      ref={button}
      data-pending={isPending || undefined}
      className={buttonClass({ tone, size }, children === undefined)}
    >
      {isPending ? <Spinner /> : icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span className="button-words">{children}</span>}
      {iconAfter !== undefined && <Icon name={iconAfter} />}
    </AriaButton>
  );
}

const pressOf = (onPress: ButtonProps["onPress"]) => (onPress === undefined ? {} : { onPress });

/**
 * Says that the button takes no press for now, and aloud that what was asked is under way. The library's own pending
 * state announces by the ids of elements, and leaves a nameless one behind when the button goes with its page.
 */
function usePendingState(button: RefObject<HTMLButtonElement | null>, isPending: boolean): void {
  const t = useMessages(uiMessages);
  useEffect(() => {
    if (!isPending) return;
    const element = button.current;
    element?.setAttribute("aria-disabled", "true");
    announce(t("loading"));
    return () => element?.removeAttribute("aria-disabled");
  }, [button, isPending, t]);
}
