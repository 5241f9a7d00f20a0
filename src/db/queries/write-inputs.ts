import type { InputBatch, InputSummary } from "../../core/input/rows.ts";
import type { Queryable } from "../database.ts";

/** A place for an upload's rows; it counts only once accepted. Answers its id. */
export async function insertInput(
  queryable: Queryable,
  input: { workspaceId: number; sourceId: number; form: string; keepDays: number },
): Promise<number> {
  const { rows } = await queryable.query<{ id: number }>(
    `insert into inputs (workspace_id, source_id, form, expires_at)
     values ($1, $2, $3, now() + $4 * interval '1 day') returning id`,
    [input.workspaceId, input.sourceId, input.form, input.keepDays],
  );
  return rows[0]!.id;
}

/** The upload was read to its end and becomes the input of a sync. */
export async function acceptInput(
  transaction: Queryable,
  workspaceId: number,
  inputId: number,
  read: { digest: string; summary: InputSummary },
): Promise<void> {
  await transaction.query(
    "update inputs set digest = $3, summary = $4, accepted_at = now() where workspace_id = $1 and id = $2",
    [workspaceId, inputId, read.digest, JSON.stringify(read.summary)],
  );
}

/** Removes an upload that came to nothing. */
export async function deleteInput(
  queryable: Queryable,
  workspaceId: number,
  inputId: number,
): Promise<void> {
  await queryable.query(
    "delete from inputs where workspace_id = $1 and id = $2 and accepted_at is null",
    [workspaceId, inputId],
  );
}

type Columns = Record<string, readonly (string | number | boolean | null)[]>;

/** JSON's names for what PostgreSQL's arrays hold as it is: control characters and lone surrogates. */
const NAMED_CHARACTER = /(?<!\\)(?:\\\\)*\\[bfnrtu]/;

/**
 * An array as PostgreSQL reads it. JSON writes the same but for the brackets and some characters, and is written
 * several times faster; arrays with such characters are left to the driver.
 */
function toArray(values: Columns[string]): unknown {
  const json = JSON.stringify(values);
  return NAMED_CHARACTER.test(json) ? values : `{${json.slice(1, -1)}}`;
}

/** The parallel arrays of a batch, by column of `input_chunks`. */
function toColumns(batch: InputBatch): Columns {
  switch (batch.section) {
    case "members": {
      const { rows } = batch;
      return {
        external_ids: rows.map((row) => row.externalId),
        emails: rows.map((row) => row.email),
        manager_external_ids: rows.map((row) => row.manager?.externalId ?? null),
        manager_emails: rows.map((row) => row.manager?.email ?? null),
        managers_given: rows.map((row) => row.manager !== undefined),
      };
    }
    case "teams": {
      const { rows } = batch;
      return {
        external_ids: rows.map((row) => row.externalId),
        names: rows.map((row) => row.name),
      };
    }
    case "teamMappings": {
      const { rows } = batch;
      return {
        external_ids: rows.map((row) => row.teamExternalId),
        member_external_ids: rows.map((row) => row.memberExternalId),
        subteam_external_ids: rows.map((row) => row.subteamExternalId),
        is_members: rows.map((row) => row.isMember),
        is_managers: rows.map((row) => row.isManager),
      };
    }
  }
}

/**
 * Stores a batch as one chunk of its section. Nobody waits for the disk: what accepts the input is written behind its
 * chunks and waits for all of them.
 */
export async function insertChunk(
  queryable: Queryable,
  workspaceId: number,
  inputId: number,
  chunk: number,
  batch: InputBatch,
): Promise<void> {
  const columns = toColumns(batch);
  const names = Object.keys(columns);
  const flaws = batch.rows.flatMap(({ flaws }, row) =>
    flaws.length === 0 ? [] : [{ row, flaws }],
  );
  const places = names.map((_, index) => `$${index + 8}`);
  await queryable.query(
    `insert into input_chunks (workspace_id, input_id, section, chunk, lines, flaws, profiles, ${names.join(", ")})
     select $1, $2, $3, $4, $5, $6, (select array_agg(profile) from jsonb_array_elements($7::jsonb) profile), ${places.join(", ")}
       from (select set_config('synchronous_commit', 'off', true)) commit`,
    [
      ...[workspaceId, inputId, batch.section, chunk],
      ...[toArray(batch.rows.map((row) => row.line)), JSON.stringify(flaws)],
      // As one document: each on its own would be quoted twice.
      batch.section === "members" ? JSON.stringify(batch.rows.map((row) => row.profile)) : null,
      ...Object.values(columns).map(toArray),
    ],
  );
}
