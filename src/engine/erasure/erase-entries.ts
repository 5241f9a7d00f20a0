import { type EntryType, subjectOf } from "../../contract/catalogue.ts";
import { ERASED_USER_NAME } from "../../contract/directory.ts";
import {
  blankLinks,
  blankRecord,
  foldText,
  scrubParams,
  scrubRecord,
} from "../../core/privacy/scrub.ts";
import type { Queryable } from "../../db/database.ts";
import {
  type PersonalEntry,
  readEntriesNaming,
  readEntriesOfUsers,
  replaceNameLines,
  writeScrubbedEntries,
} from "../../db/queries/erase-entries.ts";
import type { Identity } from "./find-identity.ts";

/** What an issue's message says without telling who it is about. */
const KEPT_PARAMS = new Set(["column", "property", "nearest", "products", "date"]);
const NOTHING_KEPT = new Set<string>();
/** Entries written back in one statement. */
const BATCH = 2000;

/** Blanks the people in every report, also where an entry is about somebody else. */
export async function eraseEntries(
  transaction: Queryable,
  workspaceId: number,
  people: Identity,
): Promise<void> {
  const entries = [
    ...(await readEntriesOfUsers(transaction, workspaceId, people.userIds)),
    ...(await readEntriesNaming(transaction, workspaceId, people.userIds, people.needles)),
  ];
  for (let first = 0; first < entries.length; first += BATCH) {
    const batch = entries.slice(first, first + BATCH).map((entry) => scrubEntry(entry, people));
    await writeScrubbedEntries(transaction, workspaceId, batch);
    const lines = batch.map((entry) => ({ ...entry, line: writeNameLine(entry) }));
    await replaceNameLines(transaction, workspaceId, lines);
  }
}

/** What an entry is found by: its subject, and of a place in a team the person too. */
function writeNameLine(entry: PersonalEntry): string {
  const texts: unknown[] = [entry.name, entry.email, entry.external_id];
  if (subjectOf(entry.type as EntryType, entry.section) === "team") {
    for (const end of [...Object.values(entry.after ?? {}), ...Object.values(entry.before ?? {})]) {
      texts.push(typeof end === "object" && end !== null && "name" in end ? end.name : end);
    }
  }
  return texts.filter((text) => typeof text === "string").join(" ");
}

/** Whether one of the people is the subject; a row that matched no user is known by its email or external id. */
function isAbout(entry: PersonalEntry, people: Identity): boolean {
  if (subjectOf(entry.type as EntryType, entry.section) !== "user") return false;
  if (entry.user_id !== null) return people.ids.has(String(entry.user_id));
  return (
    (entry.email !== null && people.emails.has(foldText(entry.email))) ||
    (entry.external_id !== null && people.externalIds.has(entry.external_id))
  );
}

function scrubEntry(entry: PersonalEntry, people: Identity): PersonalEntry {
  if (isAbout(entry, people)) {
    return {
      ...entry,
      name: ERASED_USER_NAME,
      email: null,
      external_id: null,
      before: blankRecord(entry.before, NOTHING_KEPT),
      after: blankRecord(entry.after, NOTHING_KEPT),
      params: blankRecord(entry.params, KEPT_PARAMS),
    };
  }
  const isOtherEnd = entry.user_id !== null && people.ids.has(String(entry.user_id));
  const scrubLinks = (record: PersonalEntry["before"]) =>
    isOtherEnd
      ? blankLinks(record, ERASED_USER_NAME)
      : scrubRecord(record, people, ERASED_USER_NAME);
  return {
    ...entry,
    before: scrubLinks(entry.before),
    after: scrubLinks(entry.after),
    params: scrubParams(entry.params, people, ERASED_USER_NAME),
  };
}
