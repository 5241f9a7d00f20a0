import { InputError, type InputProblem } from "./input-error.ts";
import { type InputSummary, SECTIONS, type Section } from "./rows.ts";

/** How many rows of each section the sender says there are. */
export type DeclaredCounts = Partial<Record<Section, number>>;

/** Throws `InputError` (`incomplete_input`) unless every declared count is met (domain rules, section 11). */
export function checkDeclaredCounts(summary: InputSummary, declared: DeclaredCounts): void {
  const problems: InputProblem[] = [];
  for (const section of SECTIONS) {
    const expected = declared[section];
    if (expected === undefined) continue;
    const read = summary.sections[section];
    if (read !== undefined && read.rows === expected) continue;
    problems.push({
      ...(read === undefined ? {} : { file: read.file }),
      message: `${expected} rows of ${section} were declared and ${read?.rows ?? 0} were read. Send the whole section, or correct the declared count.`,
    });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) throw new InputError("incomplete_input", first, ...rest);
}
