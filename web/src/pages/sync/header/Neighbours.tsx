import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { newestSyncQuery } from "../../../api/decisions.ts";
import { syncQuery } from "../../../api/syncs.ts";
import { usePageKeys } from "../../../frame/shortcuts/use-page-keys.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { headerMessages } from "./messages.ts";

/** Ways to the sync before and the one after; the keys `[` and `]` lead there too. */
export function Neighbours({ number }: { number: number }) {
  const t = useMessages(headerMessages);
  const navigate = useNavigate();
  const { data: newest = 0 } = useQuery(newestSyncQuery);
  // Numbers have no gaps, but what is older than reports are kept is gone: only what was found is led to.
  const { data: before } = useQuery({ ...syncQuery(String(number - 1)), enabled: number > 1 });
  const goTo = (to: number) => void navigate({ to: "/syncs/$id", params: { id: String(to) } });
  const hasBefore = before !== undefined;
  const hasAfter = number < newest;
  usePageKeys({
    "[": hasBefore ? () => goTo(number - 1) : undefined,
    "]": hasAfter ? () => goTo(number + 1) : undefined,
  });
  return (
    <span className="sync-neighbours">
      {hasBefore && (
        <ButtonLink
          to="/syncs/$id"
          params={{ id: String(number - 1) }}
          tone="quiet"
          size="small"
          icon="chevronLeft"
          aria-label={t("previous")}
          aria-keyshortcuts="["
        />
      )}
      {hasAfter && (
        <ButtonLink
          to="/syncs/$id"
          params={{ id: String(number + 1) }}
          tone="quiet"
          size="small"
          icon="chevronRight"
          aria-label={t("next")}
          aria-keyshortcuts="]"
        />
      )}
    </span>
  );
}
