import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import { Spinner } from "./icons/Spinner.tsx";
import "./badge.css";

/** What a colour means; `neutral` means nothing in particular. */
export type Tone = "neutral" | "info" | "good" | "caution" | "danger";

interface BadgeProps {
  tone?: Tone;
  /** The picture says the same as the colour, for who cannot see colours. */
  icon?: IconName | "spinner";
  children: ReactNode;
}

/** A word or two about the state of something: icon, word and colour together. */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span className={classNames("badge", `is-${tone}`)}>
      {icon === "spinner" ? <Spinner size={14} /> : icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
