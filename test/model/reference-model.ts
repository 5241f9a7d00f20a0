/**
 * What a sync must do, written down as plainly as possible from the domain rules and from nothing else. The engine is
 * tested against it: both are given the same directory and the same rows, and must say and do the same.
 */

import type { SyncMode } from "../../src/contract/catalogue.ts";
import { planDirectManagers } from "./direct-managers.ts";
import { copyDirectory, type ModelDirectory } from "./directory.ts";
import { settleEmailsAndSeats } from "./emails-and-seats.ts";
import { compareEntries, type HeldLimit, type ModelEntry } from "./entry.ts";
import { findNamedUsers, judgeMemberRows } from "./member-rows.ts";
import type { ModelInput, ModelRun } from "./run.ts";
import { planSubteams } from "./subteams.ts";
import { planPlaces, resolveMappings } from "./team-mappings.ts";
import { planTeams } from "./team-rows.ts";
import { findHeldLimits } from "./thresholds.ts";
import { applyMemberRows, removeAbsentUsers } from "./user-changes.ts";

export type { ModelInput } from "./run.ts";

/** The report, the limits that hold the run, and the directory once everything planned is applied. */
export interface ModelPlan {
  entries: ModelEntry[];
  held: HeldLimit[];
  directoryAfter: ModelDirectory;
}

/** Plans one sync. The directory that is given is left as it is. */
export function planSync(
  directory: ModelDirectory,
  input: ModelInput,
  options: { mode: SyncMode },
): ModelPlan {
  const run: ModelRun = {
    before: copyDirectory(directory),
    after: copyDirectory(directory),
    input,
    mode: options.mode,
    entries: [],
  };

  if (input.members !== undefined) {
    const verdicts = judgeMemberRows(run.before, input.members);
    const named = findNamedUsers(run.before, input.members);
    const spared = new Set(named);
    const removals = settleEmailsAndSeats(run.before, verdicts, spared, options.mode === "full");
    if (options.mode === "full") removeAbsentUsers(run, named, removals);
    const userOfLine = applyMemberRows(run, verdicts);
    planDirectManagers(run, verdicts, userOfLine);
  }
  if (input.teams !== undefined) planTeams(run, input.teams);
  if (input.teamMappings !== undefined) {
    const mappings = resolveMappings(run, input.teamMappings);
    planPlaces(run, mappings);
    planSubteams(run, mappings);
  }

  return {
    entries: run.entries.sort(compareEntries),
    held: findHeldLimits(run),
    directoryAfter: run.after,
  };
}
