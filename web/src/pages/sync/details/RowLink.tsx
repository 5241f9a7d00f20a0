import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { EntryType } from "#contract/catalogue.ts";
import { Glyph } from "../../../ui/Glyph.tsx";
import { glyphOf } from "../../../ui/glyph-of.ts";
import { useTypeLabels } from "../entries/use-type-labels.ts";
import type { SyncSearch } from "../search.ts";

interface RowLinkProps {
  /** The entry's position in the report. */
  seq: number;
  type: EntryType;
  /** The words are what the type is called. */
  isNamed?: boolean;
  children?: ReactNode;
}

/** Opens another row of this report, among all rows of its kind. */
export function RowLink({ seq, type, isNamed = false, children }: RowLinkProps) {
  const labelOf = useTypeLabels();
  const kind = glyphOf(type);
  const search: SyncSearch = kind === "issue" ? { tab: "issues", row: seq } : { row: seq };
  return (
    <Link to="." search={search as object} resetScroll={false} className="row-reference">
      {isNamed && (
        <>
          <Glyph kind={kind} />
          <span>{labelOf(type)}</span>
        </>
      )}
      {children}
    </Link>
  );
}
