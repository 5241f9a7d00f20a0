import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { uploadMessages } from "./messages.ts";

/** Where data comes from, and the way in for files without a script. */
export function SourcePage() {
  const t = useMessages(uploadMessages);
  return <PageHeader title={t("title")} />;
}
