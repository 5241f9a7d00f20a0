import type { ReactNode } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import type { Tone } from "./Badge.tsx";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import { uiMessages } from "./messages.ts";
import "./callout.css";

const ICONS: Readonly<Record<Tone, IconName>> = {
  neutral: "info",
  info: "info",
  good: "check",
  caution: "warning",
  danger: "warning",
};

interface CalloutProps {
  tone?: Tone;
  icon?: IconName | null;
  /** What it is, in bold, before the rest. */
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons and links: what to do next. */
  actions?: ReactNode;
  /** Told at once to who hears the page. For what comes up later, not for what was there from the start. */
  isAlert?: boolean;
  onDismiss?: () => void;
}

/** Something to know about what stands below it. */
export function Callout({
  tone = "neutral",
  icon = ICONS[tone],
  title,
  children,
  actions,
  isAlert = false,
  onDismiss,
}: CalloutProps) {
  const t = useMessages(uiMessages);
  return (
    <div className={classNames("callout", `is-${tone}`)} role={isAlert ? "alert" : undefined}>
      {icon !== null && <Icon name={icon} />}
      <div className="callout-words">
        {title !== undefined && <strong>{title}</strong>} {children}
      </div>
      {actions !== undefined && <div className="callout-actions">{actions}</div>}
      {onDismiss !== undefined && (
        <Button
          tone="quiet"
          size="small"
          icon="close"
          aria-label={t("dismiss")}
          onPress={onDismiss}
        />
      )}
    </div>
  );
}
