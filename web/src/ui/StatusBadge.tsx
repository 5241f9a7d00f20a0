import type { SyncBadge } from "#contract/sync-badge.ts";
import { useLanguage } from "../i18n/language.tsx";
import { Badge } from "./Badge.tsx";
import { classNames } from "./class-names.ts";
import { describeStatus, lookOfBadge, type StatusOf } from "./describe-status.ts";
import { Icon } from "./icons/Icon.tsx";

/** The state of a sync: icon, word and colour. */
export function StatusBadge({ sync }: { sync: StatusOf }) {
  const language = useLanguage();
  const { tone, icon, label } = describeStatus(sync, language);
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
}

/** The picture of a badge alone, before its words in a list of states. */
export function StatusIcon({ badge }: { badge: SyncBadge }) {
  const { tone, icon } = lookOfBadge(badge);
  return (
    <span className={classNames("status-icon", `is-${tone}`)}>
      <Icon name={icon === "spinner" ? "refresh" : icon} size={14} />
    </span>
  );
}
