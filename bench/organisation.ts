import { OFFICES, type Office } from "../src/demo/names.ts";

/** A made-up organisation of any size; rows are computed, so that a million people take no memory. */
export interface BenchOrganisation {
  people: number;
  /** 0 = as first imported; 1 = one per cent changed, joined, left, re-managed. */
  generation: 0 | 1;
}

const REPORTS_PER_MANAGER = 8;
const DEPARTMENTS = 20;
const PEOPLE_PER_TEAM = 20;
const TEAMS_BELOW_ONE = 10;
const LINES_PER_PIECE = 2000;

/** Has no factor in common with the numbers of names: people who stand next to each other are called differently. */
const SCATTER = 7919;

/** A quarter of a per cent each changes, joins, leaves and gets another manager. */
const CHURN_PARTS = 400;
const CHANGED = 1;
const LEFT = 2;
const REMANAGED = 3;

export type BenchSection = "members" | "teams" | "teamsMappings";

/** The CSV of one section, in pieces of some thousand lines. */
export function* writeSection(
  section: BenchSection,
  organisation: BenchOrganisation,
): Generator<string> {
  const writer = WRITERS[section];
  yield `${writer.header}\r\n`;
  let piece: string[] = [];
  for (const line of writer.lines(organisation)) {
    piece.push(line);
    if (piece.length < LINES_PER_PIECE) continue;
    yield `${piece.join("\r\n")}\r\n`;
    piece = [];
  }
  if (piece.length > 0) yield `${piece.join("\r\n")}\r\n`;
}

const WRITERS: Record<
  BenchSection,
  { header: string; lines(organisation: BenchOrganisation): Generator<string> }
> = {
  members: {
    header:
      "externalMemberId,email,firstName,lastName,jobTitle,languagePreferences,directManagerExternalId,department,workLocation,hireDate",
    lines: writeMembers,
  },
  teams: { header: "externalTeamId,teamName", lines: writeTeams },
  teamsMappings: {
    header: "externalTeamId,externalMemberId,externalSubteamId,isMember,isManager",
    lines: writeMappings,
  },
};

function* writeMembers(organisation: BenchOrganisation): Generator<string> {
  for (const person of listPeople(organisation)) {
    const office = OFFICES[person % OFFICES.length]!;
    const { first, last } = nameOf(Math.floor(person / OFFICES.length), office);
    const churn = organisation.generation === 1 ? churnOf(person, organisation.people) : 0;
    const title = churn === CHANGED ? "Senior Specialist" : `Specialist ${person % 7}`;
    const department = `Department ${person % DEPARTMENTS}`;
    const day = `20${10 + (person % 15)}-${twoDigits(1 + (person % 12))}-${twoDigits(1 + (person % 28))}`;
    const cells = [`E${person}`, `person.${person}@bench.example`, first, last, title, "en"];
    const manager = managerOf(person, churn === REMANAGED);
    yield [...cells, manager, department, office.city, day].join(",");
  }
}

/** A name usual at an office: many share a first or last name, few both with the colleagues beside them. */
function nameOf(
  colleague: number,
  { firstNames, lastNames }: Office,
): { first: string; last: string } {
  const at = (colleague * SCATTER) % (firstNames.length * lastNames.length);
  return {
    first: firstNames[at % firstNames.length]!,
    last: lastNames[Math.floor(at / firstNames.length)]!,
  };
}

function* writeTeams({ people }: BenchOrganisation): Generator<string> {
  for (let team = 0; team < countTeams(people); team++) yield `T${team},Team ${team}`;
}

function* writeMappings(organisation: BenchOrganisation): Generator<string> {
  const teams = countTeams(organisation.people);
  for (let team = 1; team < teams; team++) {
    const parent = parentOf(team, teams);
    if (parent !== null) yield `T${parent},,T${team},,`;
  }
  for (const person of listPeople(organisation)) yield `T${person % teams},E${person},,true,false`;
}

/** Who is there: numbers up from 0. In the next generation some left, and as many joined behind the last. */
function* listPeople({ people, generation }: BenchOrganisation): Generator<number> {
  for (let person = 0; person < people; person++) {
    if (generation === 1 && churnOf(person, people) === LEFT) continue;
    yield person;
  }
  if (generation === 0) return;
  const joined = Math.floor(people / CHURN_PARTS);
  for (let person = people; person < people + joined; person++) yield person;
}

/** What becomes of a person. Only people without reports leave, so that no line is left hanging. */
function churnOf(person: number, people: number): number {
  const part = person % CHURN_PARTS;
  if (part === CHANGED || part === REMANAGED) return part;
  return part === LEFT && person * REPORTS_PER_MANAGER + 1 >= people ? LEFT : 0;
}

/** A tree: the reports of person 0 are 1 to 8, those of 1 are 9 to 16, and so on. */
function managerOf(person: number, moved: boolean): string {
  if (person === 0) return "";
  const manager = Math.floor((person - 1) / REPORTS_PER_MANAGER);
  return `E${moved && manager > 0 ? manager - 1 : manager}`;
}

function countTeams(people: number): number {
  return Math.max(1, Math.floor(people / PEOPLE_PER_TEAM));
}

/** Three deep: every tenth team below a hundredth, the others below a tenth. */
function parentOf(team: number, teams: number): number | null {
  const top = TEAMS_BELOW_ONE * TEAMS_BELOW_ONE;
  if (teams <= TEAMS_BELOW_ONE || team % top === 0) return null;
  return team % TEAMS_BELOW_ONE === 0 ? team - (team % top) : team - (team % TEAMS_BELOW_ONE);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
