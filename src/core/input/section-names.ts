import { cleanText, cutText } from "./cell-text.ts";
import { foldName } from "./fold-name.ts";
import { InputError, type InputProblem } from "./input-error.ts";
import type { Section } from "./rows.ts";

/** Names of the sections by which parts of a form and keys of a JSON body call them, legacy names included. */
const SECTION_BY_NAME = new Map<string, Section>([
  ["members", "members"],
  ["users", "members"],
  ["teams", "teams"],
  ["groups", "teams"],
  ["teammappings", "teamMappings"],
  ["teamsmappings", "teamMappings"],
  ["mappings", "teamMappings"],
  ["groupsmapping", "teamMappings"],
  ["groupsmappings", "teamMappings"],
  ["groupmappings", "teamMappings"],
]);

/** The section that a part or key means. Throws `InputError` for `settings` and for unknown names. */
export function parseSectionName(name: string, place: Omit<InputProblem, "message"> = {}): Section {
  const folded = foldName(name);
  const section = SECTION_BY_NAME.get(folded);
  if (section !== undefined) return section;
  if (folded === "settings") {
    throw new InputError("settings_refused", {
      ...place,
      message:
        'A "settings" section is not taken. Leave it out, and change settings with PATCH /api/v1/provisioning/settings.',
    });
  }
  const shown = cutText(cleanText(name).text ?? "", 200);
  throw new InputError("unknown_section", {
    ...place,
    message: `"${shown}" is not a section. Send members, teams or team mappings, and leave everything else out.`,
  });
}
