import type { ReactNode } from "react";
import type { Tone } from "../../../ui/Badge.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import type { IconName } from "../../../ui/icons/paths.ts";

interface BarProps {
  tone: Tone;
  icon?: IconName | null;
  /** How the sync stands, in a sentence. */
  title: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The bar over the tiles: how the sync stands, and what can be done about it. */
export function Bar({ icon = null, ...rest }: BarProps) {
  return <Callout icon={icon} {...rest} />;
}

/** What somebody wrote when they decided. */
export function Note({ label, text }: { label: string; text: string | null }) {
  if (text === null || text.trim() === "") return null;
  return (
    <p className="sync-note">
      <span className="muted">{label}</span> {text}
    </p>
  );
}
