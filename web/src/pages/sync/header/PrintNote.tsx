import { getRouteApi } from "@tanstack/react-router";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { useNow } from "../../../ui/use-now.ts";
import { headerMessages } from "./messages.ts";

const route = getRouteApi("/frame/syncs/$id");

/** Stands on paper only: when it was printed and from where, and that not every row is on it. */
export function PrintNote({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const { exactDateTime } = useFormats();
  const now = useNow();
  const { tab = "updates" } = route.useSearch();
  const hasRows = sync.plannedAt !== null && (tab === "updates" || tab === "issues");
  return (
    <p className="sync-print-note">
      {t("printed", { time: exactDateTime(now), address: window.location.href })}{" "}
      {hasRows && t("printedRows")}
    </p>
  );
}
