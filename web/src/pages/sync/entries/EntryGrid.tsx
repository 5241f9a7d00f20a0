import { type ReactNode, type Ref, useMemo } from "react";
import type { ReportEntry } from "../../../api/entries.ts";
import { usePreferences } from "../../../frame/use-preferences.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { BigGrid, type BigGridHandle } from "../../../ui/grid/BigGrid.tsx";
import type { ShownRows } from "../../../ui/grid/use-row-pages.ts";
import { useMedia } from "../../../ui/use-media.ts";
import type { ListPlace } from "../../../url/scroll-memory.ts";
import { type ColumnChoice, makeEntryColumns } from "./entry-columns.tsx";
import { entriesMessages } from "./messages.ts";
import "./entries.css";

interface EntryGridProps
  extends ShownRows<ReportEntry>,
    Pick<ColumnChoice, "kind" | "subjects" | "hasOutcome" | "isBeside"> {
  selectedIndex: number | null;
  start: ListPlace | undefined;
  onOpen(index: number, entry: ReportEntry): void;
  onActive(index: number, entry: ReportEntry): void;
  onRest(place: ListPlace): void;
  /** Instead of rows. */
  empty: ReactNode;
  ref: Ref<BigGridHandle>;
}

/** The entries of a report, as many as there are. */
export function EntryGrid({ kind, subjects, hasOutcome, isBeside, ...grid }: EntryGridProps) {
  const t = useMessages(entriesMessages);
  const language = useLanguage();
  const { preferences } = usePreferences();
  const isTight = useMedia("(width < 90rem)") && isBeside;
  const columns = useMemo(
    () => makeEntryColumns({ kind, subjects, hasOutcome, isBeside, isTight, language, t }),
    [kind, subjects, hasOutcome, isBeside, isTight, language, t],
  );
  return (
    <BigGrid
      {...grid}
      label={t(kind === "update" ? "updatesLabel" : "issuesLabel")}
      columns={columns}
      letterKeys={preferences.singleKeys}
    />
  );
}
