import fc from "fast-check";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import { toCsv } from "../../src/demo/source-files.ts";
import { evolutions } from "../model/generate.ts";
import { toPushBody } from "../model/push-body.ts";
import { formOf } from "../support/pushing.ts";
import { LargeOrganisation } from "./large-organisation.ts";

/** A push as it goes over the wire. */
export interface WirePush {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

type Rows = Record<string, unknown>[];
type Sections = Record<string, Rows>;

const PART_NAMES: Record<string, string> = { teamMappings: "teamsMappings" };

/**
 * Pushes without end, the same for the same seed: a large organisation of ordinary people, and in the same files the
 * small one of the model's tests, in which everything happens that the rules know of.
 */
export function* makePushes(seed: number, size: number): Generator<WirePush> {
  const large = new LargeOrganisation(seed, size);
  for (let round = 0; ; round += 1) {
    const [evolution] = fc.sample(evolutions(), { seed: seed + round, numRuns: 1 });
    for (const { input, mode } of evolution?.steps ?? []) {
      yield wrap(merge(toPushBody(input), large.rows()), mode);
      large.evolve();
    }
  }
}

/** The rows of both in the sections that the first has; an empty section stays empty. */
function merge(core: Sections, large: Sections): Sections {
  return Object.fromEntries(
    Object.entries(core).map(([section, rows]) => [
      section,
      rows.length === 0 ? rows : [...rows, ...(large[section] ?? [])],
    ]),
  );
}

/** As CSV, or as JSON where a section has no rows and so no columns, or there is none. */
function wrap(sections: Sections, mode: SyncMode): WirePush {
  const all = Object.entries(sections);
  if (all.length === 0 || all.some(([, rows]) => rows.length === 0)) {
    return {
      path: `/provisioning/json?mode=${mode}`,
      headers: { "content-type": "application/json" },
      body: Buffer.from(JSON.stringify(all.length === 0 ? { members: [] } : sections)),
    };
  }
  const form = formOf(
    all.map(([section, rows]) => ({
      name: PART_NAMES[section] ?? section,
      text: toCsv(rows.map(toLine)),
    })),
  );
  return { path: `/provisioning/csv?mode=${mode}`, ...form };
}

function toLine(row: Record<string, unknown>): Record<string, string> {
  const cell = (value: unknown) => (Array.isArray(value) ? value.join(";") : String(value ?? ""));
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)]));
}
