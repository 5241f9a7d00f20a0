/** The JSON push that parses to given rows (section 3), so that the engine can be fed from outside. */

import type { Flaw } from "../../src/core/input/rows.ts";
import type { ModelInput } from "./run.ts";

type Json = Record<string, string | string[] | boolean | null>;

/** The body of `POST /api/v1/provisioning/json` for these rows. A missing key is a missing column. */
export function toPushBody(input: ModelInput): Record<string, Json[]> {
  const body: Record<string, Json[]> = {};
  if (input.members !== undefined)
    body.members = input.members.map((row) => ({
      externalMemberId: row.externalId,
      email: row.email,
      ...row.profile,
      ...refusedValues(row.flaws),
      ...(row.manager === undefined
        ? {}
        : {
            directManagerExternalId: row.manager.externalId,
            directManagerEmail: row.manager.email,
          }),
    }));
  if (input.teams !== undefined)
    body.teams = input.teams.map((row) => ({
      externalTeamId: row.externalId,
      teamName: row.name,
    }));
  if (input.teamMappings !== undefined)
    body.teamMappings = input.teamMappings.map((row) => ({
      externalTeamId: row.teamExternalId,
      externalMemberId: row.memberExternalId,
      externalSubteamId: row.subteamExternalId,
      ...(row.memberExternalId === null
        ? {}
        : { isMember: row.isMember, isManager: row.isManager }),
    }));
  return body;
}

/** Values that parsing left out of the row stand in its flaws. */
function refusedValues(flaws: Flaw[]): Json {
  const values: Json = {};
  for (const flaw of flaws) {
    if (flaw.type === "invalid_value" && flaw.column !== null) values[flaw.column] = flaw.value;
  }
  return values;
}
