import { Link } from "@tanstack/react-router";
import { workingTimeOf } from "#contract/working-time.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { shareDone } from "../../../live/share-done.ts";
import { Changes } from "../../../ui/Changes.tsx";
import { sumChanges } from "../../../ui/glyph-of.ts";
import { Num } from "../../../ui/Num.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { Time } from "../../../ui/Time.tsx";
import { syncsMessages } from "../messages.ts";
import { countUpdates } from "./count-updates.ts";

/** Where a sync's report is; the number reads better than the id. */
export function reportOf(sync: Pick<Sync, "number">) {
  return { to: "/syncs/$id", params: { id: String(sync.number) } } as const;
}

/** When it started: the link of the row, which the whole row follows. */
export function StartedLink({ sync }: { sync: Sync }) {
  const t = useMessages(syncsMessages);
  const name = t("syncName", { number: String(sync.number) });
  return (
    <Link {...reportOf(sync)} className="row-link" data-row-link={name}>
      <Time at={sync.startedAt ?? sync.createdAt} />
    </Link>
  );
}

/** Where the data came from, and in which form. */
export function SourceName({ sync: { source, input } }: { sync: Sync }) {
  const t = useMessages(syncsMessages);
  if (source.kind !== "push") return source.name;
  return t("sourceForm", { source: source.name, form: input.form.toUpperCase() });
}

/** Who started it; programs stand back behind people. */
export function StarterName({ sync: { trigger } }: { sync: Sync }) {
  return <span className={trigger.kind === "account" ? "" : "muted"}>{trigger.actor}</span>;
}

/** How long it was worked on; while it still is, how far it is. */
export function DurationOrProgress({ sync }: { sync: Sync }) {
  const t = useMessages(syncsMessages);
  const { duration, percent } = useFormats();
  const { phase, progress } = sync;
  if (phase === "queued") {
    return <span className="muted">{t("queued")}</span>;
  }
  if (phase === "reading" || phase === "planning" || phase === "applying") {
    const share = phase === "applying" ? shareDone(progress) : null;
    const label = share === null ? t(phase) : t("applyingShare", { share: percent(share) });
    return <ProgressBar value={share} label={label} isShort />;
  }
  // Nothing that has ended needs to know what time it is.
  const spent = workingTimeOf(sync, 0);
  return spent === null ? null : duration(spent);
}

/** What it changed or would change: `+23 ~184 −6`, and how many in all. */
export function UpdateCounts({ sync }: { sync: Sync }) {
  const t = useMessages(syncsMessages);
  const counted = countUpdates(sync);
  if (counted === null) return null;
  const { shows, count, of } = counted;
  const isPlain = shows === "applied";
  return (
    <span className="sync-updates">
      {counted.hasSigns && <Changes {...sumChanges(sync.updates.byType)} />}
      <span className={isPlain && count > 0 ? "number" : "number muted"}>
        {isPlain && <Num value={count} />}
        {shows === "part" && t("part", { a: count, b: of })}
        {shows !== "part" && !isPlain && t(shows, { n: count })}
      </span>
    </span>
  );
}

/** How many issues, without those that are expected; leads to them. */
export function IssueCount({ sync }: { sync: Sync }) {
  const t = useMessages(syncsMessages);
  const count = sync.issues.total - sync.issues.expected;
  if (sync.plannedAt === null) return null;
  if (count === 0) {
    return (
      <span className="muted">
        <Num value={0} />
      </span>
    );
  }
  return (
    <Link
      {...reportOf(sync)}
      search={{ tab: "issues" }}
      className="issue-link"
      aria-label={t("issuesOf", { n: count })}
    >
      <Num value={count} />
    </Link>
  );
}
