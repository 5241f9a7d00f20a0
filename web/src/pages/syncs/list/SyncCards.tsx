import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { syncsMessages } from "../messages.ts";
import type { LinesProps } from "./interleave.ts";
import { SettingsLine } from "./SettingsLine.tsx";
import {
  DurationOrProgress,
  IssueCount,
  SourceName,
  StartedLink,
  StarterName,
  UpdateCounts,
} from "./SyncCells.tsx";
import { SyncMenu } from "./SyncMenu.tsx";
import { useRowKeys } from "./use-row-keys.ts";

/** Syncs as cards, one below the other: what a row says, in a window too narrow for it. */
export function SyncCards({ lines, onRunAgain }: LinesProps) {
  const t = useMessages(syncsMessages);
  const rowKeys = useRowKeys<HTMLUListElement>();
  return (
    <ul className="sync-cards" aria-label={t("listLabel")} {...rowKeys}>
      {lines.map((line) =>
        "sync" in line ? (
          <SyncCard key={line.sync.id} sync={line.sync} onRunAgain={onRunAgain} />
        ) : (
          <li key={line.change.id} className="settings-row">
            <SettingsLine change={line.change} />
          </li>
        ),
      )}
    </ul>
  );
}

function SyncCard({ sync, onRunAgain }: { sync: Sync; onRunAgain: (sync: Sync) => void }) {
  const t = useMessages(syncsMessages);
  const issues = sync.issues.total - sync.issues.expected;
  return (
    <li className="sync-card">
      <div className="sync-card-head">
        <StatusBadge sync={sync} />
        <SyncMenu sync={sync} onRunAgain={onRunAgain} />
      </div>
      <StartedLink sync={sync} />
      <p className="muted">
        <SourceName sync={sync} />
        {" · "}
        <StarterName sync={sync} />
      </p>
      <div className="sync-card-facts">
        <span>
          <DurationOrProgress sync={sync} />
        </span>
        <span className="sync-card-counts">
          <UpdateCounts sync={sync} />
          {issues > 0 && (
            <span>
              {t("issues")} <IssueCount sync={sync} />
            </span>
          )}
        </span>
      </div>
    </li>
  );
}
