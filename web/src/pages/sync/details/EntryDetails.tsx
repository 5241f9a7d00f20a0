import { useQuery } from "@tanstack/react-query";
import { OUTCOME_LABELS } from "#contract/labels.ts";
import { isProblem } from "../../../api/api-problem.ts";
import type { ReportEntry } from "../../../api/entries.ts";
import { entryDetailsQuery } from "../../../api/entries.ts";
import { ChangeList } from "../../../changes/ChangeList.tsx";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { Glyph } from "../../../ui/Glyph.tsx";
import { glyphOf } from "../../../ui/glyph-of.ts";
import { Loading, SkeletonText } from "../../../ui/Skeleton.tsx";
import { entriesMessages } from "../entries/messages.ts";
import { OUTCOME_LOOKS } from "../entries/outcome-looks.ts";
import { EntryHead } from "./EntryHead.tsx";
import { EntryIds } from "./EntryIds.tsx";
import { EntrySteps } from "./EntrySteps.tsx";
import { HolderWays } from "./HolderWays.tsx";
import { IssueAdvice } from "./IssueAdvice.tsx";
import { KeptValue } from "./KeptValue.tsx";
import { RelatedEntries } from "./RelatedEntries.tsx";
import { RowLink } from "./RowLink.tsx";
import { SourceRecord } from "./SourceRecord.tsx";
import { UnchangedFields } from "./UnchangedFields.tsx";
import "./entry-details.css";

interface EntryDetailsProps {
  /** The sync, as the page asks for it. */
  id: string;
  seq: number;
  /** The row of the list, where it is there already. */
  known: ReportEntry | undefined;
  /** The filters hide it. */
  isElsewhere: boolean;
  /** In a sheet the cross is the sheet's own. */
  onClose?: (() => void) | undefined;
}

/** Everything known of one entry. What the row knows is shown at once; the rest as it comes. */
export function EntryDetails({ id, seq, known, isElsewhere, onClose }: EntryDetailsProps) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  const query = useQuery(entryDetailsQuery(id, seq, language));
  const details = query.data;
  const entry = known ?? details?.entry;

  if (entry === undefined) {
    return (
      <div className="entry-details">
        {onClose !== undefined && <EntryHead onClose={onClose} />}
        {query.isError ? (
          <MissingEntry error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <DetailsSkeleton />
        )}
      </div>
    );
  }
  const { type, label, outcome, changes, kind } = entry;
  const isWhole = ["user_created", "user_deleted", "team_created", "team_deleted"].includes(type);
  return (
    <div className="entry-details">
      <EntryHead entry={entry} onClose={onClose} />
      <p className="entry-details-type">
        <Glyph kind={glyphOf(type)} />
        <span>{label}</span>
        {outcome !== null && (
          <Badge tone={OUTCOME_LOOKS[outcome].tone} icon={OUTCOME_LOOKS[outcome].icon}>
            {OUTCOME_LABELS[outcome][language]}
          </Badge>
        )}
      </p>
      {isElsewhere && (
        <Callout
          tone="info"
          actions={
            <RowLink seq={seq} type={type}>
              {t("showInList")}
            </RowLink>
          }
        >
          {t("notInList")}
        </Callout>
      )}
      {entry.message !== null && <p>{entry.message}</p>}
      {entry.causedBy !== null && (
        <p>
          {t("causedBy")} <RowLink seq={entry.causedBy.seq} type={entry.causedBy.type} isNamed />
        </p>
      )}
      {(entry.message !== null || kind === "issue") && (
        <IssueAdvice entry={entry}>
          {details?.holder != null && <HolderWays entry={entry} holder={details.holder} />}
        </IssueAdvice>
      )}
      {(changes.length > 0 || (details?.unchanged.length ?? 0) > 0) && (
        <ChangeList changes={type === "value_locked" ? [] : changes} isWhole={isWhole}>
          {type === "value_locked" &&
            changes.map((change) => <KeptValue key={change.property} change={change} />)}
          {details !== undefined && details.unchanged.length > 0 && (
            <UnchangedFields fields={details.unchanged} />
          )}
        </ChangeList>
      )}
      {details !== undefined ? (
        <>
          <EntrySteps entry={entry} steps={details.steps} />
          <EntryIds entry={entry} />
          {details.record !== null && (
            <SourceRecord key={seq} id={id} entry={entry} record={details.record} />
          )}
          <RelatedEntries related={details.related} />
        </>
      ) : query.isError ? (
        <ErrorCallout
          error={query.error}
          title={t("detailsFailed")}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <DetailsSkeleton />
      )}
    </div>
  );
}

function MissingEntry({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useMessages(entriesMessages);
  if (isProblem(error, 404)) return <EmptyState icon="search" title={t("noSuchRow")} />;
  return <ErrorCallout error={error} title={t("detailsFailed")} onRetry={onRetry} />;
}

function DetailsSkeleton() {
  return (
    <Loading>
      <div className="entry-skeleton">
        <SkeletonText width="60%" />
        <SkeletonText width="80%" />
        <SkeletonText width="70%" />
        <SkeletonText width="40%" />
      </div>
    </Loading>
  );
}
