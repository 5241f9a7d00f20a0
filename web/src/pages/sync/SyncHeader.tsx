import type { Sync } from "../../api/syncs.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { RunNewSync } from "../../run-new-sync/RunNewSync.tsx";
import { describeStatus } from "../../ui/describe-status.ts";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { useNow } from "../../ui/use-now.ts";
import { DownloadMenu } from "./DownloadMenu.tsx";
import { headerMessages } from "./header/messages.ts";
import { PrintNote } from "./header/PrintNote.tsx";
import { StatusBar } from "./header/StatusBar.tsx";
import { SyncTiles } from "./header/SyncTiles.tsx";
import { SyncTrail } from "./header/SyncTrail.tsx";
import "./header/header.css";
import "./header/print.css";

/** What stands over the tabs of a report: what it is of, how it stands, and its numbers. */
export function SyncHeader({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  const language = useLanguage();
  const { longDateTime } = useFormats();
  const now = useNow();
  const time = longDateTime(new Date(sync.startedAt ?? sync.createdAt), now);
  const status = describeStatus(sync, language).label;
  return (
    <>
      <PageHeader
        title={t(sync.dryRun ? "previewTitle" : "title", { time })}
        tabTitle={t("tabTitle", { status: status.toLocaleLowerCase(language) })}
        trail={<SyncTrail sync={sync} />}
        mark={<StatusBadge sync={sync} />}
        actions={
          <>
            <DownloadMenu sync={sync} />
            <RunNewSync sync={sync} tone="plain" />
          </>
        }
      />
      <StatusBar sync={sync} />
      <SyncTiles sync={sync} />
      <PrintNote sync={sync} />
    </>
  );
}
