/** What the reference model predicts a report to say, as plain values that can be compared. */

import {
  type EntryKind,
  type EntryType,
  ISSUE_TYPES,
  type Reason,
  SUBJECT_OF,
  type SubjectType,
  UPDATE_TYPES,
} from "../../src/contract/catalogue.ts";
import type { Section } from "../../src/core/input/rows.ts";
import type { ModelValue } from "./directory.ts";

/** The record an entry is about. `key` = external id, else email (user) or name (team). */
export interface ModelSubject {
  type: SubjectType;
  key: string;
  name: string;
}

export interface ModelEntry {
  kind: EntryKind;
  type: EntryType;
  reason: Reason | null;
  subject: ModelSubject;
  /** Users and teams at the other end of a link stand here by their key. */
  changes: Record<string, [ModelValue | null, ModelValue | null]>;
  section: Section | null;
  line: number | null;
  /** The issue that caused this one: it is about the row of this line. */
  causedBy?: { type: EntryType; reason: Reason | null; line: number };
  /** The value that was refused. */
  value?: string | null;
  /** The line of the first row with the same external id or email. */
  firstLine?: number;
  /** The user that holds the address (`email_taken`). */
  holder?: string;
  /** Keys of the whole ring, each followed by its manager or parent, from the least key on. */
  ring?: string[];
  /** Deletions: the links that go with the record, by keys, each list sorted. */
  links?: Record<string, string[]>;
}

/** A limit that holds the run (domain rules, sections 9 and 11). */
export interface HeldLimit {
  limit: string;
  allowed: number;
  planned: number;
}

type EntryParts = Partial<Omit<ModelEntry, "kind" | "type" | "subject">>;

/** An entry with what is given and blanks for the rest. */
export function makeEntry(
  type: EntryType,
  subject: ModelSubject,
  parts: EntryParts = {},
): ModelEntry {
  const kind = (UPDATE_TYPES as readonly string[]).includes(type) ? "update" : "issue";
  return { kind, type, subject, reason: null, changes: {}, section: null, line: null, ...parts };
}

/** Issues before updates, users before teams, type in table order, then key, then line. */
export function compareEntries(a: ModelEntry, b: ModelEntry): number {
  const order: readonly EntryType[] = [...ISSUE_TYPES, ...UPDATE_TYPES];
  const rank = (entry: ModelEntry): number =>
    (entry.kind === "issue" ? 0 : 1000) +
    (SUBJECT_OF[entry.type] === "user" ? 0 : 100) +
    order.indexOf(entry.type);
  return (
    rank(a) - rank(b) ||
    compareText(a.subject.key, b.subject.key) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(JSON.stringify(a.changes), JSON.stringify(b.changes))
  );
}

/** Order by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
