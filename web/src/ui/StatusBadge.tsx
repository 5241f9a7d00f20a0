import { useLanguage } from "../i18n/language.tsx";
import { Badge } from "./Badge.tsx";
import { describeStatus, type StatusOf } from "./describe-status.ts";

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
