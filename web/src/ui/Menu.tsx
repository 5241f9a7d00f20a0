import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import "./menu.css";

interface MenuProps {
  /** The button that opens it: one of ours. */
  trigger: ReactNode;
  /** What the menu is, for who hears it; without, the words of the button. */
  label?: string;
  placement?: "bottom start" | "bottom end" | "top start" | "top end" | "end bottom";
  /** Given where something else opens it too, such as a key. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** It was opened by a key, so that the first item is to have the focus. */
  isOpenByKey?: boolean;
  children: ReactNode;
}

/** A button that opens a list of things to do: MenuItem, MenuChoices, MenuLine. */
export function Menu({
  trigger,
  label,
  placement = "bottom end",
  isOpenByKey = false,
  children,
  ...open
}: MenuProps) {
  return (
    <MenuTrigger {...open}>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu
          className="menu"
          {...(label === undefined ? {} : { "aria-label": label })}
          {...(isOpenByKey ? { autoFocus: "first" } : {})}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps {
  icon?: IconName;
  hint?: ReactNode;
  isDisabled?: boolean;
  isDanger?: boolean;
  onAction?: () => void;
  /** Where it leads, for items that are links. */
  href?: string;
  /** Saves what is at `href`. */
  isDownload?: boolean;
  children: string;
}

/** One thing to do. */
export function MenuItem({
  icon,
  hint,
  isDanger = false,
  isDownload = false,
  children,
  ...rest
}: MenuItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      {...(isDownload ? { download: true } : {})}
      textValue={children}
      className={classNames("menu-item", isDanger && "is-danger")}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="menu-words">
        {children}
        {hint !== undefined && <span className="menu-hint">{hint}</span>}
      </span>
    </AriaMenuItem>
  );
}

/** One of several values, with a mark at the one that holds. */
export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; hint?: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <AriaMenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys !== "all" && keys.has(option.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Header className="menu-heading">{label}</Header>
      {options.map((option) => (
        <AriaMenuItem
          key={option.value}
          id={option.value}
          textValue={option.label}
          className="menu-item"
        >
          {({ isSelected }) => (
            <>
              <span className="menu-check">{isSelected && <Icon name="check" size={14} />}</span>
              <span className="menu-words">
                {option.label}
                {option.hint !== undefined && <span className="menu-hint">{option.hint}</span>}
              </span>
            </>
          )}
        </AriaMenuItem>
      ))}
    </AriaMenuSection>
  );
}

/** A line between groups of items. */
export function MenuLine() {
  return <Separator className="menu-separator" />;
}
