import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import "./button.css";

interface ButtonAnchorProps
  extends ButtonLook,
    Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className"> {
  icon?: IconName;
  children?: ReactNode;
}

function ButtonAnchor({ tone, size, icon, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} className={buttonClass({ tone, size })}>
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-words">{children}</span>
    </a>
  );
}

const Linked = createLink(ButtonAnchor);

/** A link to another page that looks like a button: `<ButtonLink to="/syncs" search={{}}>`. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = (props) => (
  <Linked preload={false} {...props} />
);
