import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { syncsMessages } from "./messages.ts";

/** Nothing under these filters. */
export function NoSyncsFound({ onClear }: { onClear: () => void }) {
  const t = useMessages(syncsMessages);
  return (
    <EmptyState
      icon="filter"
      title={t("filteredTitle")}
      actions={<Button onPress={onClear}>{t("clearFilters")}</Button>}
    />
  );
}
