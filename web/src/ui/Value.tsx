import { useMessages } from "../i18n/use-messages.ts";
import { uiMessages } from "./messages.ts";

/** A stored value as people read it: an empty one says so, yes and no are words. */
export function Value({
  value,
}: {
  value: string | boolean | readonly string[] | null | undefined;
}) {
  const t = useMessages(uiMessages);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (value == null || value.length === 0) return <span className="empty-value">{t("empty")}</span>;
  return typeof value === "string" ? value : value.join(", ");
}
