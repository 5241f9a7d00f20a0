import { cleanText, cutText } from "../../core/input/cell-text.ts";
import { InputError, type InputProblem } from "../../core/input/input-error.ts";
import { createMemberForm } from "../../core/input/member-form.ts";
import type {
  InputBatch,
  InputSummary,
  PropertyDefinition,
  Section,
  UnknownColumn,
} from "../../core/input/rows.ts";
import { parseSectionName } from "../../core/input/section-names.ts";
import { createTeamForm } from "../../core/input/team-form.ts";
import { createTeamMappingForm } from "../../core/input/team-mapping-form.ts";
import { readCsvSection } from "./csv-section.ts";
import { readJsonInput } from "./json-input.ts";
import { openJsonSection } from "./json-section.ts";
import type { SectionTally } from "./section-tally.ts";

export interface InputReaderOptions {
  /** The workspace's properties, default and custom. */
  properties: readonly PropertyDefinition[];
  /** Of all parts together; more is refused (`input_too_large`). No limit when left out. */
  maxBytes?: number;
  /** Bytes read at a time; tests make it small. */
  sliceSize?: number;
}

/**
 * Reads one push, part by part, as a stream. A part counts as read only when its generator has come to its
 * end. Everything that is wrong with the input as a whole is thrown as `InputError`.
 */
export interface InputReader {
  /** One file of a CSV push. `part` is the name of the form's part, legacy names included. */
  readCsv(
    part: string,
    fileName: string | undefined,
    bytes: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<InputBatch, void>;
  /** The body of a JSON push. */
  readJson(fileName: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<InputBatch, void>;
  /** What has been read. Throws `InputError` (`no_section`) where nothing has. */
  summary(): InputSummary;
}

const DEFAULT_FILES: Record<Section, string> = {
  members: "members.csv",
  teams: "teams.csv",
  teamMappings: "teams-mappings.csv",
};

/** A reader for one push into a workspace with these properties. */
export function createInputReader(options: InputReaderOptions): InputReader {
  const { properties, maxBytes, sliceSize } = options;
  const claimed = new Map<Section, string>();
  const sections: InputSummary["sections"] = {};
  const unknownColumns: UnknownColumn[] = [];
  let byteCount = 0;

  return {
    async *readCsv(part, fileName, bytes) {
      const section = claim(part, {});
      const file = showFileName(fileName) ?? DEFAULT_FILES[section];
      const counted = countBytes(bytes, file);
      settle(section, file, yield* readCsvOf(section, file, counted));
    },
    async *readJson(fileName, bytes) {
      const file = showFileName(fileName) ?? "body.json";
      yield* readJsonInput(
        {
          open: (key, place) => openSection(claim(key, place), file),
          close: ({ section }, tally) => settle(section, file, tally),
        },
        file,
        countBytes(bytes, file),
        sliceSize,
      );
    },
    summary() {
      if (Object.keys(sections).length === 0) {
        throw new InputError("no_section", {
          message:
            "The push has no section. Send at least one of members, teams and team mappings.",
        });
      }
      return { sections, unknownColumns, bytes: byteCount };
    },
  };

  function claim(name: string, place: Omit<InputProblem, "message">): Section {
    const section = parseSectionName(name, place);
    const first = claimed.get(section);
    if (first !== undefined) {
      const message =
        first === name
          ? `"${name}" comes twice. Send each section once.`
          : `"${first}" and "${name}" are two names of one section. Send it once.`;
      throw new InputError("duplicate_section", { ...place, message });
    }
    claimed.set(section, name);
    return section;
  }

  function settle(section: Section, file: string, tally: SectionTally): void {
    sections[section] = { file, rows: tally.rows };
    unknownColumns.push(...tally.unknownColumns);
  }

  function readCsvOf(section: Section, file: string, bytes: AsyncIterable<Uint8Array>) {
    switch (section) {
      case "members":
        return readCsvSection(createMemberForm(properties), file, bytes, sliceSize);
      case "teams":
        return readCsvSection(createTeamForm(), file, bytes, sliceSize);
      case "teamMappings":
        return readCsvSection(createTeamMappingForm(), file, bytes, sliceSize);
    }
  }

  function openSection(section: Section, file: string) {
    switch (section) {
      case "members":
        return openJsonSection(createMemberForm(properties), file);
      case "teams":
        return openJsonSection(createTeamForm(), file);
      case "teamMappings":
        return openJsonSection(createTeamMappingForm(), file);
    }
  }

  async function* countBytes(
    bytes: AsyncIterable<Uint8Array>,
    file: string,
  ): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      byteCount += chunk.length;
      if (maxBytes !== undefined && byteCount > maxBytes) {
        throw new InputError("input_too_large", {
          file,
          message: `The push is larger than ${maxBytes} bytes. Send fewer columns, or raise MUSTER_MAX_UPLOAD_BYTES.`,
        });
      }
      yield chunk;
    }
  }
}

/** The sender's name for a file, without folders and fit to be shown. */
function showFileName(fileName: string | undefined): string | undefined {
  const name = cleanText(fileName ?? "").text?.replace(/^.*[\\/]/s, "");
  return name === undefined || name === "" ? undefined : cutText(name, 200);
}
