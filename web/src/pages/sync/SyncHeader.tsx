import type { Sync } from "../../api/syncs.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useFormats } from "../../i18n/use-formats.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { useNow } from "../../ui/use-now.ts";
import { DownloadMenu } from "./DownloadMenu.tsx";

/** What stands over the tabs of a report. */
export function SyncHeader({ sync }: { sync: Sync }) {
  const { longDateTime } = useFormats();
  const now = useNow();
  return (
    <PageHeader
      title={longDateTime(new Date(sync.startedAt ?? sync.createdAt), now)}
      mark={<StatusBadge sync={sync} />}
      actions={<DownloadMenu sync={sync} />}
    />
  );
}
