import { Link } from "@tanstack/react-router";
import type { Cause } from "../../../api/entries.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { troubleshootingMessages } from "./messages.ts";

/** So far back the server follows a cause. */
const FURTHEST = 25;

/** Since when syncs show a cause, and whether a later one no longer did. */
export function CauseTags({ cause }: { cause: Cause }) {
  const t = useMessages(troubleshootingMessages);
  const { date } = useFormats();
  const now = useNow();
  const { newSinceLastSync, seenInSyncs, fixedIn } = cause;
  return (
    <>
      {newSinceLastSync && <Badge tone="info">{t("isNew")}</Badge>}
      {seenInSyncs > 0 && (
        <Badge>
          {seenInSyncs >= FURTHEST
            ? t("seenLong", { n: FURTHEST })
            : // This one and those before it.
              t("seen", { n: seenInSyncs + 1 })}
        </Badge>
      )}
      {fixedIn !== null && (
        <Link to="/syncs/$id" params={{ id: String(fixedIn.number) }} search={{}}>
          <Badge tone="good" icon="check">
            {t("fixedIn", { date: date(new Date(fixedIn.finishedAt), now) })}
          </Badge>
        </Link>
      )}
    </>
  );
}
