import { MANAGERS } from "./en-managers.ts";
import { PEOPLE } from "./en-people.ts";
import { TEAMS } from "./en-teams.ts";
import { VALUES } from "./en-values.ts";
import type { SkipText, Troubleshooting } from "./text.ts";

export const EN: Troubleshooting = { ...PEOPLE, ...MANAGERS, ...VALUES, ...TEAMS };

export const EN_SKIPPED: SkipText = {
  label: "Changed since review",
  happened: "An update of the plan was skipped. The directory keeps what it has.",
  cause:
    "Between the plan and its application, someone or something else changed the same profile or team, or locked one of its values. What was reviewed no longer fits, so the update was not forced.",
  source: "There is nothing to change in the source.",
  muster:
    "Run a new sync: its plan starts from what the directory has now and shows again what is still different.",
  message: "the directory changed after the plan was made, so this update was skipped.",
  suggestion: "Run a new sync to plan from the present directory.",
};
