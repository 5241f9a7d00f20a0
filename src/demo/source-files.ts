import type { Organisation } from "./organisation.ts";

/** One line of a file: cells by column. */
export type SourceLine = Record<string, string>;

/** What one push sends. A section that is left out is left alone (domain rules, section 3). */
export interface SourceFiles {
  members?: SourceLine[];
  teams?: SourceLine[];
  teamsMappings?: SourceLine[];
}

/** The three files that an HR system writes of its organisation. */
export function writeSourceFiles({ people, teams }: Organisation): Required<SourceFiles> {
  return {
    members: people.map((person) => ({
      externalMemberId: person.id,
      email: person.email,
      firstName: person.firstName,
      lastName: person.lastName,
      preferredName: person.preferredName,
      jobTitle: person.jobTitle,
      languagePreferences: person.language,
      productAssignations: person.products.join(";"),
      directManagerExternalId: person.managerId ?? "",
      Department: person.department,
      Division: person.division,
      "Cost center": person.costCenter,
      "Employee type": person.employeeType,
      "Work location": person.office.name,
      City: person.office.city,
      "State/Province": person.office.stateProvince,
      Country: person.office.country,
      "Hire date": person.hireDate,
    })),
    teams: teams.map(({ id, name }) => ({ externalTeamId: id, teamName: name })),
    teamsMappings: teams.flatMap((team) => [
      ...(team.parentId === null ? [] : [mappingOfSubteam(team.parentId, team.id)]),
      ...[...new Set([...team.managerIds, ...team.memberIds])].map((id) =>
        mappingOfMember(team.id, id, team.memberIds.includes(id), team.managerIds.includes(id)),
      ),
    ]),
  };
}

/** The line that puts a person into a team. */
export function mappingOfMember(
  teamId: string,
  personId: string,
  isMember: boolean,
  isManager: boolean,
): SourceLine {
  return {
    externalTeamId: teamId,
    externalMemberId: personId,
    isMember: String(isMember),
    isManager: String(isManager),
    externalSubteamId: "",
  };
}

/** The line that puts a team below another. */
export function mappingOfSubteam(parentId: string, childId: string): SourceLine {
  return {
    externalTeamId: parentId,
    externalMemberId: "",
    isMember: "",
    isManager: "",
    externalSubteamId: childId,
  };
}

/** Lines as CSV (RFC 4180); the columns are those of the lines, in order of appearance. */
export function toCsv(lines: readonly SourceLine[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const rows = [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ""))];
  return rows.map((cells) => `${cells.map(quoteCell).join(",")}\r\n`).join("");
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
