import type { Queryable } from "../../db/database.ts";
import {
  type InputChunk,
  readChunksNaming,
  removeFromChunk,
} from "../../db/queries/erase-inputs.ts";
import type { Identity } from "./find-identity.ts";

/**
 * Takes the people's rows out of stored inputs, so that a re-run does not bring them back, and leaves the managers of
 * others alone where one of them was named.
 */
export async function eraseInputs(
  transaction: Queryable,
  workspaceId: number,
  people: Identity,
): Promise<void> {
  const externalIds = [...people.externalIds];
  const emails = [...people.emails];
  if (externalIds.length + emails.length === 0) return;
  for (const chunk of await readChunksNaming(transaction, workspaceId, externalIds, emails)) {
    const rows = chunk.external_ids.flatMap((_, index) =>
      isRowOf(chunk, index, people) ? index + 1 : [],
    );
    const managers = chunk.external_ids.flatMap((_, index) =>
      namesManager(chunk, index, people) ? index + 1 : [],
    );
    await removeFromChunk(transaction, workspaceId, chunk, rows, managers);
  }
}

function isRowOf(chunk: InputChunk, index: number, people: Identity): boolean {
  if (chunk.section === "teamMappings")
    return has(people.externalIds, chunk.member_external_ids?.[index]);
  return (
    has(people.externalIds, chunk.external_ids[index]) || has(people.emails, chunk.emails?.[index])
  );
}

function namesManager(chunk: InputChunk, index: number, people: Identity): boolean {
  return (
    has(people.externalIds, chunk.manager_external_ids?.[index]) ||
    has(people.emails, chunk.manager_emails?.[index])
  );
}

function has(known: ReadonlySet<string>, text: string | null | undefined): boolean {
  return text !== null && text !== undefined && known.has(text);
}
