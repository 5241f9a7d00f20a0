/** What the steps of one planned run share. */

import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { MemberRow, TeamMappingRow, TeamRow } from "../../src/core/input/rows.ts";
import type { ModelDirectory } from "./directory.ts";
import type { ModelEntry } from "./entry.ts";

/** The rows of a push. A section that is absent was not in the input. */
export interface ModelInput {
  members?: MemberRow[];
  teams?: TeamRow[];
  teamMappings?: TeamMappingRow[];
}

/** `after` begins as a copy of `before`; every step changes it and writes down what it did. */
export interface ModelRun {
  before: ModelDirectory;
  after: ModelDirectory;
  input: ModelInput;
  mode: SyncMode;
  entries: ModelEntry[];
}
