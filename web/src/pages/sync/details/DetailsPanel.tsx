import type { ReportEntry } from "../../../api/entries.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import { entriesMessages } from "../entries/messages.ts";
import { EntryDetails } from "./EntryDetails.tsx";

interface DetailsPanelProps {
  id: string;
  seq: number;
  known: ReportEntry | undefined;
  isElsewhere: boolean;
  /** There is no room beside the list. */
  isCovering: boolean;
  onClose: () => void;
}

/** The details of an entry, beside the list or over it. */
export function DetailsPanel({ isCovering, onClose, ...details }: DetailsPanelProps) {
  const t = useMessages(entriesMessages);
  const name = t("details", { name: details.known?.subject?.name || `#${details.seq}` });
  if (isCovering) {
    return (
      <Sheet title={name} isTitleHidden isOpen onClose={onClose}>
        <EntryDetails {...details} />
      </Sheet>
    );
  }
  return (
    <aside className="entries-side" aria-label={name}>
      <EntryDetails {...details} onClose={onClose} />
    </aside>
  );
}
