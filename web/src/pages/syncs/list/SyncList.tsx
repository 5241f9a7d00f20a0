import type { AuditEntry } from "../../../api/sync-history.ts";
import type { Sync } from "../../../api/syncs.ts";
import { NARROW, useMedia } from "../../../ui/use-media.ts";
import { interleave } from "./interleave.ts";
import { SyncCards } from "./SyncCards.tsx";
import { SyncTable } from "./SyncTable.tsx";
import "./sync-list.css";

interface SyncListProps {
  /** Stand on top, whenever they were. */
  pinned: readonly Sync[];
  syncs: readonly Sync[];
  /** Changes of settings, newest first, to stand between the syncs. */
  changes: readonly AuditEntry[];
  onRunAgain: (sync: Sync) => void;
}

/** Syncs, newest first: a row each, or in a narrow window a card each. The whole row opens the report. */
export function SyncList({ pinned, syncs, changes, onRunAgain }: SyncListProps) {
  const isNarrow = useMedia(NARROW);
  const lines = [...pinned.map((sync) => ({ sync })), ...interleave(syncs, changes)];
  const List = isNarrow ? SyncCards : SyncTable;
  return <List lines={lines} onRunAgain={onRunAgain} />;
}
