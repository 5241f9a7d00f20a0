import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { addressOf } from "../../../api/call.ts";
import { type Cause, causesQuery, expectCause } from "../../../api/entries.ts";
import { type Sync, syncKeys } from "../../../api/syncs.ts";
import { useMayChange } from "../../../frame/use-may-change.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { announce } from "../../../ui/announce.ts";
import { Button } from "../../../ui/Button.tsx";
import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { DownloadLink } from "../../../ui/DownloadLink.tsx";
import { describeError } from "../../../ui/describe-error.ts";
import { showToast } from "../../../ui/toasts.ts";
import { canDownload } from "../can-download.ts";
import type { SyncSearch } from "../search.ts";
import { troubleshootingMessages } from "./messages.ts";
import { informs } from "./sort-causes.ts";

const route = getRouteApi("/frame/syncs/$id");

interface CauseActionsProps {
  sync: Sync;
  cause: Cause;
  title: string;
}

/** Where a cause leads: its rows, and the page that mends it or else the list to mend the source by. */
export function CauseActions({ sync, cause, title }: CauseActionsProps) {
  const t = useMessages(troubleshootingMessages);
  const mayChange = useMayChange();
  const page = findPage(cause);
  const rows = t("showRows", { n: cause.count });
  const search = searchOf(cause);
  return (
    <div className="cause-actions">
      <ButtonLink
        to="."
        search={search as object}
        tone="quiet"
        aria-label={t("rowsOf", { rows, title })}
      >
        {rows}
      </ButtonLink>
      {page === null ? (
        <SourceLinks sync={sync} cause={cause} title={title} />
      ) : (
        <ButtonLink to={page.to as string}>{t(page.label)}</ButtonLink>
      )}
      {mayChange && !informs(cause) && <ExpectButton cause={cause} title={title} />}
    </div>
  );
}

/** The rows of a cause, as the address has them. */
function searchOf({ type, reason }: Cause): SyncSearch {
  return { tab: "issues", type: [type], reason: toList(reason) } as SyncSearch;
}

function toList(reason: string | null): string[] | undefined {
  return reason === null ? undefined : [reason];
}

/** Pages of the workspace that mend what the source cannot. */
function findPage({ type, reason }: Cause) {
  if (type === "workspace_limit_reached")
    return { to: "/settings/workspace", label: "openSeats" } as const;
  if (type === "unknown_product" || reason === "no_product")
    return { to: "/settings/workspace", label: "openProducts" } as const;
  if (type === "unknown_property")
    return { to: "/settings/properties", label: "openProperties" } as const;
  return null;
}

/** What the source has to mend is seen in its first row, and in the list of all. */
function SourceLinks({ sync, cause, title }: CauseActionsProps) {
  const t = useMessages(troubleshootingMessages);
  const { sourceRow, count } = cause;
  const search: SyncSearch = { ...searchOf(cause), row: sourceRow ?? undefined, record: true };
  return (
    <>
      {sourceRow !== null && (
        <ButtonLink
          to="."
          search={search as object}
          aria-label={t(count === 1 ? "sourceRowOf" : "firstSourceRowOf", { title })}
        >
          {t(count === 1 ? "sourceRow" : "firstSourceRow")}
        </ButtonLink>
      )}
      {canDownload(sync) && (sourceRow === null || count > 1) && (
        <RowsDownload cause={cause} title={title} tone={sourceRow === null ? "plain" : "quiet"} />
      )}
    </>
  );
}

function RowsDownload({
  cause,
  title,
  tone,
}: Pick<CauseActionsProps, "cause" | "title"> & { tone: "plain" | "quiet" }) {
  const t = useMessages(troubleshootingMessages);
  const language = useLanguage();
  const { id } = route.useParams();
  return (
    <DownloadLink
      tone={tone}
      aria-label={t("downloadRowsOf", { title })}
      href={addressOf("GET /api/v1/syncs/{id}/report.csv", {
        path: { id },
        query: {
          ...{ filtered: true, lang: language, kind: ["issue"], type: [cause.type] },
          reason: toList(cause.reason),
        },
      })}
    >
      {t("downloadRows")}
    </DownloadLink>
  );
}

function ExpectButton({ cause, title }: Pick<CauseActionsProps, "cause" | "title">) {
  const t = useMessages(troubleshootingMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const { id } = route.useParams();
  const isExpected = cause.expected !== null;
  const mark = useMutation({
    mutationFn: () => expectCause(id, cause, !isExpected, language),
    onSuccess: (causes) => {
      announce(t(isExpected ? "unmarked" : "marked", { title }));
      queryClient.setQueryData(causesQuery(id, language).queryKey, causes);
      // Counts of issues leave it out from now on, in every sync that has it.
      void queryClient.invalidateQueries({ queryKey: syncKeys.all });
    },
    onError: (error) =>
      showToast({ tone: "danger", text: `${t("markFailed")} ${describeError(error, language)}` }),
  });
  return (
    <Button
      tone="quiet"
      isPending={mark.isPending}
      aria-label={t(isExpected ? "unmarkOf" : "markOf", { title })}
      onPress={() => mark.mutate()}
    >
      {t(isExpected ? "unmark" : "mark")}
    </Button>
  );
}
