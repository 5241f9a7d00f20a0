import type { SourceFiles, SourceLine } from "./source-files.ts";

/** The members line of a person; throws when there is none. */
export function memberLine(files: Required<SourceFiles>, id: string): SourceLine {
  return lineOf(files.members, "externalMemberId", id);
}

/** The teams line of a team; throws when there is none. */
export function teamLine(files: Required<SourceFiles>, id: string): SourceLine {
  return lineOf(files.teams, "externalTeamId", id);
}

/** Replaces values in every members line by column; a function reads the line. */
export function setColumn(
  lines: readonly SourceLine[],
  column: string,
  value: (line: SourceLine) => string,
): void {
  for (const line of lines) line[column] = value(line);
}

/** Takes a column out of every line. */
export function dropColumn(lines: readonly SourceLine[], column: string): void {
  for (const line of lines) delete line[column];
}

function lineOf(lines: readonly SourceLine[], column: string, id: string): SourceLine {
  const line = lines.find((one) => one[column] === id);
  if (line === undefined) throw new Error(`No line has ${column} ${id}.`);
  return line;
}
