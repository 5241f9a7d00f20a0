import type { Team } from "../../api/teams.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Callout } from "../../ui/Callout.tsx";
import { teamMessages } from "./messages.ts";

/** Before a change by hand: the next sync undoes it where the source says otherwise (domain rules, section 7). */
export function SyncedNotice({ team: { source } }: { team: Team }) {
  const t = useMessages(teamMessages);
  if (source?.active !== true) return null;
  return <Callout tone="info">{t("synced", { source: source.name })}</Callout>;
}
