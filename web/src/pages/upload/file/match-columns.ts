import { DEFAULT_PROPERTIES } from "#contract/default-properties.ts";
import {
  foldColumnName,
  INPUT_COLUMNS,
  INPUT_SECTIONS,
  type InputSection,
  REQUIRED_COLUMNS,
} from "#contract/input-columns.ts";
import type { Property } from "../../../api/properties.ts";

/** A column of a file. */
export interface MatchedColumn {
  /** As the file has it; "" = without a name. */
  name: string;
  /** The field or property that it fills; `null` = none, so that the server leaves it out. */
  field: string | null;
}

/** The fields of a section by the folded names of their columns, as the server knows them. */
export function knownColumns(
  section: InputSection,
  properties: readonly Property[],
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const add = (names: readonly string[], field: string) => {
    for (const name of names) {
      const folded = foldColumnName(name);
      if (folded !== "" && !known.has(folded)) known.set(folded, field);
    }
  };
  for (const [field, names] of Object.entries(INPUT_COLUMNS[section])) add(names, field);
  if (section !== "members") return known;
  // Keys before labels, so that one property's label never hides another property's key.
  for (const { key } of properties) add([key], key);
  for (const { key, label, isDefault } of properties) {
    const usual = isDefault ? DEFAULT_PROPERTIES.find((property) => property.key === key) : null;
    add([label, ...Object.values(usual?.labels ?? {})], key);
  }
  return known;
}

/** What each column of a header fills. */
export function matchColumns(
  header: readonly string[],
  known: ReadonlyMap<string, string>,
): MatchedColumn[] {
  return header.map((name) => ({
    name: name.trim(),
    field: known.get(foldColumnName(name)) ?? null,
  }));
}

/** Fields that need a column and have none; each with those that would do instead. */
export function findMissing(
  section: InputSection,
  columns: readonly Pick<MatchedColumn, "field">[],
): readonly (readonly string[])[] {
  return REQUIRED_COLUMNS[section].filter(
    (group) => !group.some((field) => columns.some((column) => column.field === field)),
  );
}

/** Words in file names that tell what is inside; mappings first, as they name teams too. */
const NAMED: readonly [InputSection, RegExp][] = [
  ["teamMappings", /mapping|rattachement|membership/i],
  ["teams", /team|group|equipe|équipe/i],
  ["members", /member|membre|user|people|person|employ/i],
];

/**
 * What a file holds, from its columns, else from its name; `null` where neither tells. `headerFor` gives its columns as
 * the file would be read for a section, as separators are told by known names.
 */
export function guessSection(
  fileName: string,
  headerFor: (section: InputSection) => readonly string[],
  properties: readonly Property[],
): InputSection | null {
  const fits = INPUT_SECTIONS.map((section) => {
    const columns = matchColumns(headerFor(section), knownColumns(section, properties));
    const count = columns.filter(({ field }) => field !== null).length;
    return { section, count, isComplete: findMissing(section, columns).length === 0 };
  });
  const complete = fits.filter((fit) => fit.isComplete).sort((a, b) => b.count - a.count);
  const named = NAMED.find(([, words]) => words.test(fileName))?.[0];
  // Legacy columns are called alike in several files: then the name tells.
  const best = complete.filter(({ count }) => count === complete[0]?.count);
  if (best.some(({ section }) => section === named)) return named ?? null;
  return best[0]?.section ?? named ?? null;
}
