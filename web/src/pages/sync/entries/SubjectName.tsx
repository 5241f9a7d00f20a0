import type { ReportEntry } from "../../../api/entries.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { entriesMessages } from "./messages.ts";

/** Whom an entry is about, by the best name there is. */
export function SubjectName({ entry }: { entry: Pick<ReportEntry, "subject" | "source"> }) {
  const t = useMessages(entriesMessages);
  const { subject, source } = entry;
  if (subject === null) {
    return (
      <span className="muted">
        {source === null ? t("wholeInput") : t("wholeFile", { file: source.file })}
      </span>
    );
  }
  const name = subject.name || subject.email || subject.externalId;
  return name ? (
    <span className="entry-name">{name}</span>
  ) : (
    <span className="empty-value">{t("noName")}</span>
  );
}
