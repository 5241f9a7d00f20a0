import { OFFICES } from "./names.ts";
import {
  addPerson,
  type Organisation,
  type Person,
  personOf,
  type SourceTeam,
} from "./organisation.ts";
import type { Random } from "./random.ts";

/** What happens in an ordinary week: joiners, leavers, new jobs, moves. */
export interface OrdinaryWeek {
  hires: number;
  leavers: number;
  newTitles: number;
  moves: number;
  relocations: number;
}

/** Plays an ordinary week on the organisation. Nobody in `kept` leaves. */
export function playWeek(
  organisation: Organisation,
  random: Random,
  week: OrdinaryWeek,
  day: string,
  kept: ReadonlySet<string>,
): void {
  for (let count = 0; count < week.hires; count++) hire(organisation, random, day);
  for (const person of random.sample(listReports(organisation, kept), week.leavers)) {
    leave(organisation, person.id);
  }
  for (const person of random.sample(listReports(organisation, kept), week.newTitles)) {
    promote(person);
  }
  for (const person of random.sample(listReports(organisation, kept), week.moves)) {
    moveToTeam(organisation, person, random.pick(listTeamsOfPeople(organisation)));
  }
  for (const person of random.sample(listReports(organisation, kept), week.relocations)) {
    person.office = random.pick(OFFICES.filter((office) => office !== person.office));
  }
}

/** A joiner in one of the teams, who reports to its lead. */
export function hire(organisation: Organisation, random: Random, day: string): Person {
  const team = random.pick(listTeamsOfPeople(organisation));
  const lead = personOf(organisation, team.managerIds[0] ?? "");
  const colleague = personOf(organisation, team.memberIds.at(-1) ?? lead.id);
  const person = addPerson(organisation, random, {
    jobTitle: colleague.jobTitle.replace(/^Senior /, ""),
    department: lead.department,
    division: lead.division,
    managerId: lead.id,
    hireDate: day,
  });
  team.memberIds.push(person.id);
  return person;
}

/** Somebody leaves: gone from the teams, and their reports go to their own manager. */
export function leave(organisation: Organisation, id: string): Person {
  const person = personOf(organisation, id);
  organisation.people = organisation.people.filter((one) => one !== person);
  for (const report of organisation.people) {
    if (report.managerId === id) report.managerId = person.managerId;
  }
  for (const team of organisation.teams) {
    team.memberIds = team.memberIds.filter((member) => member !== id);
    team.managerIds = team.managerIds.filter((manager) => manager !== id);
  }
  return person;
}

/** Somebody is back, in the team given. */
export function comeBack(organisation: Organisation, person: Person, team: SourceTeam): void {
  organisation.people.push(person);
  team.memberIds.push(person.id);
}

export function moveToTeam(organisation: Organisation, person: Person, team: SourceTeam): void {
  const lead = personOf(organisation, team.managerIds[0] ?? "");
  for (const other of organisation.teams) {
    other.memberIds = other.memberIds.filter((member) => member !== person.id);
  }
  team.memberIds.push(person.id);
  person.managerId = lead.id;
  person.department = lead.department;
  person.division = lead.division;
  person.costCenter = lead.costCenter;
}

/** Teams without subteams, which have a lead. */
export function listTeamsOfPeople({ teams }: Organisation): SourceTeam[] {
  const parents = new Set(teams.map(({ parentId }) => parentId));
  return teams.filter((team) => !parents.has(team.id) && team.managerIds.length > 0);
}

/** People who manage nobody and no team, so that their leaving or moving needs no heir. */
export function listReports(
  { people, teams }: Organisation,
  kept: ReadonlySet<string> = new Set(),
): Person[] {
  const managers = new Set([
    ...people.map(({ managerId }) => managerId),
    ...teams.flatMap(({ managerIds }) => managerIds),
  ]);
  return people.filter(({ id }) => !managers.has(id) && !kept.has(id));
}

function promote(person: Person): void {
  person.jobTitle = person.jobTitle.startsWith("Senior ")
    ? person.jobTitle.replace(/^Senior /, "Principal ")
    : `Senior ${person.jobTitle.replace(/^Principal /, "")}`;
}
