import { useMessages } from "../i18n/use-messages.ts";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { frameMessages } from "./messages.ts";
import { PageHeader } from "./PageHeader.tsx";

interface NotFoundPageProps {
  /** What is not there: "No sync has this ID." */
  title?: string;
  children?: string;
}

/** An address that leads nowhere, inside the frame. */
export function NotFoundPage({ title, children }: NotFoundPageProps) {
  const t = useMessages(frameMessages);
  const heading = title ?? t("notFoundTitle");
  return (
    <>
      <PageHeader title={heading} />
      <EmptyState
        icon="search"
        title={children ?? t("notFoundText")}
        actions={<ButtonLink to="/syncs">{t("toSyncs")}</ButtonLink>}
      />
    </>
  );
}
