import { Link } from "@tanstack/react-router";
import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { headerMessages } from "./messages.ts";
import { Neighbours } from "./Neighbours.tsx";

/** Where the report is: the history, this sync's number and id, and the ways to the ones beside it. */
export function SyncTrail({ sync }: { sync: Sync }) {
  const t = useMessages(headerMessages);
  return (
    <nav aria-label={t("trail")} className="sync-trail">
      <Link to="/syncs">{t("history")}</Link>
      <span aria-hidden="true">/</span>
      <span aria-current="page" className="sync-trail-here">
        <span className="number">#{sync.number}</span>
        <code>{sync.id}</code>
      </span>
      <CopyButton text={sync.id} what={t("syncId")} />
      <Neighbours number={sync.number} />
    </nav>
  );
}
