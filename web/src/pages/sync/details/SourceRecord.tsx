import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type EntryDetails, type ReportEntry, revealRecord } from "../../../api/entries.ts";
import { useMayChange } from "../../../frame/use-may-change.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { Fact, Facts } from "../../../ui/Facts.tsx";
import { Value } from "../../../ui/Value.tsx";
import { useSearchChanges } from "../../../url/use-search-state.ts";
import { entriesMessages } from "../entries/messages.ts";
import type { SyncSearch } from "../search.ts";

const route = getRouteApi("/frame/syncs/$id");

interface SourceRecordProps {
  id: string;
  entry: ReportEntry;
  record: NonNullable<EntryDetails["record"]>;
}

/** The row of the source as it was read, under the names of its columns. Sensitive values are shown when asked for. */
export function SourceRecord({ id, entry, record }: SourceRecordProps) {
  const t = useMessages(entriesMessages);
  const mayChange = useMayChange();
  const search: SyncSearch = route.useSearch();
  const isOpen = search.record === true;
  const { type } = useSearchChanges<SyncSearch>();
  const section = useRef<HTMLElement>(null);
  const reveal = useMutation({ mutationFn: () => revealRecord(id, entry.seq) });
  const fields = reveal.data ?? record.fields;
  const hidden = new Set(
    record.fields?.filter(({ sensitive }) => sensitive === true).map(({ property }) => property),
  );
  // Where a link led to it, it is below what else there is to tell.
  useEffect(() => {
    if (isOpen) section.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const { source } = entry;
  const place =
    source === null || source.line === null
      ? null
      : t("lineOf", { file: source.file, line: String(source.line) });
  return (
    <section ref={section}>
      <h3>
        <Button
          tone="quiet"
          size="small"
          icon={isOpen ? "chevronDown" : "chevronRight"}
          aria-expanded={isOpen}
          onPress={() => type({ record: isOpen ? undefined : true })}
        >
          {place === null ? t("record") : t("recordOf", { place })}
        </Button>
      </h3>
      {isOpen && fields === null && <p className="muted">{t("recordExpired")}</p>}
      {isOpen && fields !== null && (
        <>
          <Facts>
            {fields.map(({ property, value, sensitive }) => (
              <Fact key={property} name={<code>{property}</code>}>
                {sensitive === true ? (
                  <span className="empty-value">{t("sensitiveValue")}</span>
                ) : (
                  <Value value={value} />
                )}
              </Fact>
            ))}
          </Facts>
          {hidden.size > 0 && mayChange && reveal.data === undefined && (
            <p className="entry-reveal">
              <Button
                size="small"
                icon="eye"
                isPending={reveal.isPending}
                onPress={() => reveal.mutate()}
              >
                {t("showSensitive")}
              </Button>
              <span className="muted">{t("showingIsLogged")}</span>
            </p>
          )}
          {reveal.isSuccess && (
            <p className="muted" role="status">
              {t("shownAndLogged")}
            </p>
          )}
          {reveal.isError && (
            <ErrorCallout
              error={reveal.error}
              title={t("revealFailed")}
              onRetry={() => reveal.mutate()}
            />
          )}
        </>
      )}
    </section>
  );
}
