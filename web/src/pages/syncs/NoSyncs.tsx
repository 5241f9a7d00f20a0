import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { syncsMessages } from "./messages.ts";

/** Before the first sync: what to do next. */
export function NoSyncsYet() {
  const t = useMessages(syncsMessages);
  const mayConnect = useMayChange();
  if (!mayConnect) {
    return (
      <EmptyState icon="history" title={t("noneTitle")}>
        {t("noneTextViewer")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="history"
      title={t("noneTitle")}
      actions={
        <>
          <ButtonLink to="/provisioning/source" tone="primary">
            {t("toSource")}
          </ButtonLink>
          <ButtonLink to="/provisioning/keys">{t("toKeys")}</ButtonLink>
        </>
      }
    >
      {t("noneText")}
    </EmptyState>
  );
}

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
