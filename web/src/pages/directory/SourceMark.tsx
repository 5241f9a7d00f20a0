import { useMessages } from "../../i18n/use-messages.ts";
import { Icon } from "../../ui/icons/Icon.tsx";
import { directoryMessages } from "./messages.ts";
import "./directory.css";

/** Whether a source keeps a user or team, and which. */
export function SourceMark({
  record,
  isShort = false,
}: {
  record: { source: { name: string; active: boolean } | null };
  /** In a column that says what it is. */
  isShort?: boolean;
}) {
  const t = useMessages(directoryMessages);
  const { source } = record;
  return (
    <span className="source-mark">
      <Icon name={source === null ? "person" : "link"} size={14} />
      {source === null
        ? t("byHand")
        : isShort
          ? source.name
          : t("fromSource", { source: source.name })}
    </span>
  );
}
