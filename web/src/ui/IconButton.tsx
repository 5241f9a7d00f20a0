import { Button, type ButtonProps } from "./Button.tsx";
import type { IconName } from "./icons/paths.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps
  extends Omit<ButtonProps, "children" | "icon" | "iconAfter" | "aria-label"> {
  icon: IconName;
  /** What it does, in words: heard, and shown when pointed at. */
  label: string;
}

/** A button with a picture only. */
export function IconButton({ icon, label, tone = "quiet", ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button {...rest} tone={tone} icon={icon} aria-label={label} />
    </Tooltip>
  );
}
