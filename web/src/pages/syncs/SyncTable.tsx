import { Link } from "@tanstack/react-router";
import type { Sync } from "../../api/syncs.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Changes } from "../../ui/Changes.tsx";
import { sumChanges } from "../../ui/glyph-of.ts";
import { Num } from "../../ui/Num.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { syncsMessages } from "./messages.ts";
import "./syncs.css";

/** Syncs, a row each; the whole row opens the report. */
export function SyncTable({ syncs }: { syncs: readonly Sync[] }) {
  const t = useMessages(syncsMessages);
  return (
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
        </tr>
      </thead>
      <tbody>
        {syncs.map((sync) => (
          <SyncRow key={sync.id} sync={sync} />
        ))}
      </tbody>
    </Table>
  );
}

function SyncRow({ sync }: { sync: Sync }) {
  const t = useMessages(syncsMessages);
  const report = { to: "/syncs/$id", params: { id: String(sync.number) } } as const;
  const isWaiting = sync.phase === "awaiting_approval";
  return (
    <tr>
      <td className="is-tight">
        <StatusBadge sync={sync} />
      </td>
      <td>
        <Link {...report} className="row-link">
          <Time at={sync.startedAt ?? sync.createdAt} />
        </Link>
      </td>
      <td>{sync.source.name}</td>
      <td>{sync.trigger.actor}</td>
      <td className="is-number">
        <Duration sync={sync} />
      </td>
      <td className="is-number">
        <span className="sync-updates">
          <Changes {...sumChanges(sync.updates.byType)} />
          {isWaiting ? (
            <span className="muted">{t("ready", { n: sync.updates.planned })}</span>
          ) : (
            <Num value={sync.updates.planned} />
          )}
        </span>
      </td>
      <td className="is-number">
        {sync.issues.total === 0 ? (
          <span className="muted">
            <Num value={0} />
          </span>
        ) : (
          <Link
            {...report}
            search={{ tab: "issues" }}
            aria-label={t("issuesOf", { n: sync.issues.total })}
          >
            <Num value={sync.issues.total} />
          </Link>
        )}
      </td>
    </tr>
  );
}

/** How long it took; while it runs, how far it is. */
function Duration({ sync }: { sync: Sync }) {
  const { duration, percent } = useFormats();
  const { startedAt, finishedAt, progress } = sync;
  if (startedAt === null) return null;
  if (finishedAt !== null) return duration(Date.parse(finishedAt) - Date.parse(startedAt));
  if (sync.phase === "awaiting_approval" || progress.total === 0) return null;
  const share = progress.done / progress.total;
  return <ProgressBar value={share} label={percent(share)} isShort />;
}
