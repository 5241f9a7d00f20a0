import { addressOf } from "../../../api/call.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useCopyLink } from "../../../frame/copy-link/use-copy-link.ts";
import { useMayChange } from "../../../frame/use-may-change.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Menu, MenuItem } from "../../../ui/Menu.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { syncsMessages } from "../messages.ts";

/** What can be done with a sync from its row. */
export function SyncMenu({ sync, onRunAgain }: { sync: Sync; onRunAgain: (sync: Sync) => void }) {
  const t = useMessages(syncsMessages);
  const language = useLanguage();
  const { dateTime } = useFormats();
  const now = useNow();
  const copyLink = useCopyLink();
  const mayRun = useMayChange();
  const path = `/syncs/${sync.number}`;
  const name = t("syncName", { number: String(sync.number) });
  const isReady = sync.phase === "done" || sync.phase === "awaiting_approval";
  const report = addressOf("GET /api/v1/syncs/{id}/report.csv", {
    path: { id: sync.id },
    query: { lang: language },
  });
  const time = dateTime(new Date(sync.startedAt ?? sync.createdAt), now);
  return (
    <Menu
      trigger={<Button tone="quiet" size="small" icon="dots" aria-label={t("menuOf", { time })} />}
    >
      <MenuItem icon="arrowRight" href={path}>
        {t("open")}
      </MenuItem>
      {mayRun && sync.input.keptUntil !== null && (
        <MenuItem icon="refresh" onAction={() => onRunAgain(sync)}>
          {t("runAgain")}
        </MenuItem>
      )}
      {isReady ? (
        <MenuItem icon="download" href={report} isDownload>
          {t("download")}
        </MenuItem>
      ) : (
        <MenuItem icon="download" isDisabled hint={t("downloadLater")}>
          {t("download")}
        </MenuItem>
      )}
      <MenuItem icon="link" onAction={() => copyLink({ name, path })}>
        {t("copyLink")}
      </MenuItem>
    </Menu>
  );
}
