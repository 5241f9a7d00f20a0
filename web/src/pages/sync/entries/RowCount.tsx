import { useQuery } from "@tanstack/react-query";
import { type EntryType, isInformation } from "#contract/catalogue.ts";
import { causesQuery, type Facets } from "../../../api/entries.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { isFiltered, type SyncSearch } from "../search.ts";
import { entriesMessages } from "./messages.ts";

interface RowCountProps {
  id: string;
  kind: "update" | "issue";
  search: SyncSearch;
  facets: Facets | undefined;
}

/** How many rows are shown; of issues also how many of them are none, but only for information. */
export function RowCount({ id, kind, search, facets }: RowCountProps) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  const { data: causes = [] } = useQuery({
    ...causesQuery(id, language),
    enabled: kind === "issue",
  });
  if (facets === undefined) return null;
  const information = isFiltered(search)
    ? 0
    : causes
        .filter(({ type, reason }) => isInformation(type as EntryType, reason))
        .reduce((sum, { count }) => sum + count, 0);
  return (
    <span role="status" className="row-count">
      {t("rows", { n: facets.total })}
      {kind === "issue" && information > 0 && `, ${t("forInformation", { n: information })}`}
    </span>
  );
}
