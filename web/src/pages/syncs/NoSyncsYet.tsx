import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
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
