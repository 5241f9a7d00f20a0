import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { Table } from "../../../ui/Table.tsx";
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

/** Syncs as rows; the whole row opens the report. */
export function SyncTable({ lines, onRunAgain }: LinesProps) {
  const t = useMessages(syncsMessages);
  const rowKeys = useRowKeys<HTMLDivElement>();
  return (
    <div {...rowKeys}>
      <Table label={t("listLabel")} hasRowLinks>
        <thead>
          <tr>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("started")}</th>
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("startedBy")}</th>
            <th scope="col" className="is-number">
              {t("duration")}
            </th>
            <th scope="col" className="is-number">
              {t("updates")}
            </th>
            <th scope="col" className="is-number">
              {t("issues")}
            </th>
            <th scope="col" className="is-tight">
              <span className="heard">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            "sync" in line ? (
              <SyncRow key={line.sync.id} sync={line.sync} onRunAgain={onRunAgain} />
            ) : (
              <tr key={line.change.id} className="settings-row">
                <td colSpan={8}>
                  <SettingsLine change={line.change} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </Table>
    </div>
  );
}

function SyncRow({ sync, onRunAgain }: { sync: Sync; onRunAgain: (sync: Sync) => void }) {
  return (
    <tr>
      <td className="is-tight">
        <StatusBadge sync={sync} />
      </td>
      <td>
        <StartedLink sync={sync} />
      </td>
      <td>
        <SourceName sync={sync} />
      </td>
      <td>
        <StarterName sync={sync} />
      </td>
      <td className="is-number">
        <DurationOrProgress sync={sync} />
      </td>
      <td className="is-number">
        <UpdateCounts sync={sync} />
      </td>
      <td className="is-number">
        <IssueCount sync={sync} />
      </td>
      <td className="is-tight sync-menu">
        <SyncMenu sync={sync} onRunAgain={onRunAgain} />
      </td>
    </tr>
  );
}
