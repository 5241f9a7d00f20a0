import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SyncSearch } from "../search.ts";

interface RowsLinkProps {
  /** Which part of the report, and what its rows are narrowed by; nothing else stays. */
  search: SyncSearch;
  "aria-label"?: string;
  onClick?: () => void;
  children: ReactNode;
}

/** Leads to rows of the report that is open. */
export function RowsLink({ search, ...rest }: RowsLinkProps) {
  return <Link from="/syncs/$id" to="." search={search} resetScroll={false} {...rest} />;
}
