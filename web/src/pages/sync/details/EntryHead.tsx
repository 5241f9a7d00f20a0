import type { ReportEntry } from "../../../api/entries.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { entriesMessages } from "../entries/messages.ts";
import { SubjectName } from "../entries/SubjectName.tsx";

interface EntryHeadProps {
  entry?: ReportEntry;
  onClose?: (() => void) | undefined;
}

/** Whom the details are about; a link to them; a way out. */
export function EntryHead({ entry, onClose }: EntryHeadProps) {
  const t = useMessages(entriesMessages);
  return (
    <div className="entry-head">
      <div className="entry-head-words">
        {entry !== undefined && (
          <>
            <h2>
              <SubjectName entry={entry} />
            </h2>
            {entry.subject?.email != null && <p className="muted">{entry.subject.email}</p>}
          </>
        )}
      </div>
      <div className="entry-head-actions">
        {entry !== undefined && (
          <CopyButton size="usual" text={window.location.href} what={t("copyLink")} />
        )}
        {onClose !== undefined && (
          <IconButton icon="close" label={t("closeDetails")} onPress={onClose} />
        )}
      </div>
    </div>
  );
}
