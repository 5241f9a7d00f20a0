/** The organisation that the source describes, and how it changes from one push to the next. */

import type { ProfileValue } from "../../src/core/input/rows.ts";

export interface SourcePerson {
  externalId: string;
  email: string;
  profile: Record<string, ProfileValue>;
  manager: { externalId: string | null; email: string | null };
}

export interface SourceTeam {
  externalId: string;
  name: string;
  parent: string | null;
  places: { person: string; isMember: boolean; isManager: boolean }[];
}

/** `former` keeps people who left, so that they can come back with everything they had. */
export interface SourceOrganisation {
  people: SourcePerson[];
  former: SourcePerson[];
  teams: SourceTeam[];
}

export const SOURCE_CHANGES = [
  "hire",
  "hireMany",
  "leave",
  "leaveMany",
  "comeBack",
  "comeBackMany",
  "rename",
  "setValue",
  "clearValue",
  "clearForMany",
  "setProducts",
  "changeEmail",
  "swapEmails",
  "rotateEmails",
  "recycleEmail",
  "inheritEmails",
  "returnElsewhere",
  "changeExternalId",
  "setManager",
  "setManagerByEmail",
  "contradictManager",
  "clearManager",
  "setManagerForMany",
  "clearManagerForMany",
  "ringOfManagers",
  "reportToSelf",
  "reportToUnknown",
  "openTeam",
  "closeTeam",
  "renameTeam",
  "nestTeam",
  "unnestTeam",
  "ringOfTeams",
  "place",
  "placeMany",
  "leaveTeam",
] as const;
export type SourceChangeKind = (typeof SOURCE_CHANGES)[number];

/** One change. The numbers pick whom and what, so that every change is possible in every organisation. */
export interface SourceChange {
  kind: SourceChangeKind;
  a: number;
  b: number;
  c: number;
}

/** Small alphabets make people, addresses and names meet again and again. */
export const EXTERNAL_IDS = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "p1"];
export const EMAILS = ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"].map(
  (name) => `${name}@x.test`,
);
export const TEAM_IDS = ["T1", "T2", "T3", "T4"];
export const TEAM_NAMES = ["Sales", "Support", "sales", "Élan"];
export const FIRST_NAMES = ["Ann", "Bo", "Zoë"];
export const LAST_NAMES = ["Fox", "Lee", "O'Neil"];
export const PROPERTIES = ["city", "jobTitle", "preferredName", "department"];
export const VALUES = ["Lyon", "Nice", "Łódź"];
export const PRODUCT_LISTS = [
  ["Pulse"],
  ["pulse", "Surveys"],
  ["Surveys"],
  null,
  ["surveys"],
  ["Nope"],
  ["Surveys", "Nope", "Nix"],
];

/** The element that a number picks, round and round; undefined only of an empty list. */
export function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(list.length, 1)];
}

/** Picks from a list that is never empty. */
export function pickFrom<T>(list: readonly [T, ...T[]] | readonly T[], number: number): T {
  return list[number % list.length] as T;
}

/** Changes the organisation in place; a change that has nobody to happen to does nothing. */
export function changeSource(source: SourceOrganisation, { kind, a, b, c }: SourceChange): void {
  const { people, teams } = source;
  const person = pick(people, a);
  const second = pick(people, b);
  const third = pick(people, c);
  const team = pick(teams, a);

  switch (kind) {
    case "hire":
      hire(source, pickFrom(EXTERNAL_IDS, a), pickFrom(EMAILS, b), c);
      break;
    case "hireMany":
      for (let index = 0; index < 24; index += 1)
        hire(source, `Q${index}`, `q${index}@x.test`, c + index);
      break;
    case "leave":
      leave(source, person);
      break;
    case "leaveMany":
      for (const each of people.slice(0, 1 + (a % 6))) leave(source, each);
      break;
    case "comeBack":
      comeBack(source, pick(source.former, a));
      break;
    case "comeBackMany":
      comeBackAll(source);
      break;
    case "rename":
      if (person !== undefined) {
        person.profile.firstName = pickFrom(FIRST_NAMES, b);
        person.profile.lastName = pickFrom(LAST_NAMES, c);
      }
      break;
    case "setValue":
      if (person !== undefined) person.profile[pickFrom(PROPERTIES, b)] = pickFrom(VALUES, c);
      break;
    case "clearValue":
      if (person !== undefined) person.profile[pickFrom(PROPERTIES, b)] = null;
      break;
    case "clearForMany":
      for (const each of people.slice(0, 1 + (a % 6))) each.profile[pickFrom(PROPERTIES, b)] = null;
      break;
    case "setProducts":
      if (person !== undefined) person.profile.productAssignations = pickFrom(PRODUCT_LISTS, b);
      break;
    case "changeEmail":
      if (person !== undefined) person.email = pickFrom(EMAILS, b);
      break;
    case "swapEmails":
      if (person !== undefined && second !== undefined)
        [person.email, second.email] = [second.email, person.email];
      break;
    case "rotateEmails":
      if (person !== undefined && second !== undefined && third !== undefined) {
        const first = person.email;
        [person.email, second.email] = [second.email, third.email];
        third.email = first;
      }
      break;
    case "recycleEmail":
      // Somebody leaves, and somebody new gets the address.
      if (person !== undefined) {
        leave(source, person);
        hire(source, pickFrom(EXTERNAL_IDS, b), person.email, c);
      }
      break;
    case "inheritEmails":
      inheritEmails(source, c);
      break;
    case "returnElsewhere":
      comeBackAll(source, (at) => `n${(c + at) % 20}@x.test`);
      break;
    case "changeExternalId":
      if (person !== undefined && !isUsed(source, pickFrom(EXTERNAL_IDS, b)))
        person.externalId = pickFrom(EXTERNAL_IDS, b);
      break;
    case "setManager":
      if (person !== undefined && second !== undefined)
        person.manager = { externalId: second.externalId, email: null };
      break;
    case "setManagerByEmail":
      if (person !== undefined) person.manager = { externalId: null, email: pickFrom(EMAILS, b) };
      break;
    case "contradictManager":
      if (person !== undefined && second !== undefined && third !== undefined)
        person.manager = { externalId: second.externalId, email: third.email };
      break;
    case "clearManager":
      if (person !== undefined) person.manager = { externalId: null, email: null };
      break;
    case "setManagerForMany":
      for (const each of people.filter((other) => other !== person))
        each.manager = { externalId: person?.externalId ?? null, email: null };
      break;
    case "clearManagerForMany":
      for (const each of people.slice(0, 1 + (a % 6)))
        each.manager = { externalId: null, email: null };
      break;
    case "ringOfManagers":
      if (person !== undefined && second !== undefined && third !== undefined) {
        person.manager = { externalId: second.externalId, email: null };
        second.manager = { externalId: third.externalId, email: null };
        third.manager = { externalId: person.externalId, email: null };
      }
      break;
    case "reportToSelf":
      if (person !== undefined) person.manager = { externalId: null, email: person.email };
      break;
    case "reportToUnknown":
      if (person !== undefined)
        person.manager = {
          externalId: b % 2 === 0 ? "P9" : pickFrom(EXTERNAL_IDS, c),
          email: null,
        };
      break;
    case "openTeam":
      if (!teams.some((each) => each.externalId === pickFrom(TEAM_IDS, a)))
        teams.push({
          externalId: pickFrom(TEAM_IDS, a),
          name: pickFrom(TEAM_NAMES, b),
          parent: null,
          places: [],
        });
      break;
    case "closeTeam":
      source.teams = teams.filter((each) => each !== team);
      break;
    case "renameTeam":
      if (team !== undefined) team.name = pickFrom(TEAM_NAMES, b);
      break;
    case "nestTeam":
      // Mostly under a team that is there; at times under one that is not, or no more.
      if (team !== undefined)
        team.parent =
          (c % 8 > 0
            ? pick(
                teams.filter((each) => each !== team),
                b,
              )?.externalId
            : undefined) ?? pickFrom(TEAM_IDS, b);
      break;
    case "unnestTeam":
      if (team !== undefined) team.parent = null;
      break;
    case "ringOfTeams":
      for (const each of teams) {
        const next = teams[(teams.indexOf(each) + 1) % teams.length];
        if (b % 3 > 0 && next !== undefined) each.parent = next.externalId;
      }
      break;
    case "place":
      if (team !== undefined)
        place(team, (c < 50 ? second?.externalId : undefined) ?? pickFrom(EXTERNAL_IDS, b), c);
      break;
    case "placeMany":
      if (team !== undefined) for (const each of people) place(team, each.externalId, b);
      break;
    case "leaveTeam":
      team?.places.splice(b % Math.max(team.places.length, 1), 1);
      break;
  }
}

function isUsed(source: SourceOrganisation, externalId: string): boolean {
  return source.people.some((person) => person.externalId === externalId);
}

function hire(source: SourceOrganisation, externalId: string, email: string, seed: number): void {
  if (isUsed(source, externalId)) return;
  source.former = source.former.filter((each) => each.externalId !== externalId);
  source.people.push({
    externalId,
    email,
    profile: {
      firstName: pickFrom(FIRST_NAMES, seed),
      lastName: pickFrom(LAST_NAMES, seed + 1),
      city: seed % 3 === 0 ? null : pickFrom(VALUES, seed),
      productAssignations: pickFrom(PRODUCT_LISTS, seed),
    },
    manager: { externalId: null, email: null },
  });
}

function leave(source: SourceOrganisation, person: SourcePerson | undefined): void {
  if (person === undefined) return;
  source.people = source.people.filter((each) => each !== person);
  source.former.push(person);
}

function comeBack(source: SourceOrganisation, person: SourcePerson | undefined): void {
  if (person === undefined) return;
  source.former = source.former.filter((each) => each !== person);
  if (!isUsed(source, person.externalId)) source.people.push(person);
}

function comeBackAll(source: SourceOrganisation, emailAt?: (at: number) => string): void {
  for (const [at, each] of [...source.former].entries()) {
    comeBack(source, each);
    if (emailAt !== undefined) each.email = emailAt(at);
  }
}

/** The addresses of who left go to others: to people of the house, or newcomers. */
function inheritEmails(source: SourceOrganisation, seed: number): void {
  const heirs = source.people.slice(seed % 3);
  const addresses = new Set(source.former.map(({ email }) => email));
  for (const [at, email] of [...addresses].entries()) {
    const heir = at % 3 === seed % 3 ? heirs[at] : undefined;
    if (heir === undefined) hire(source, `N${(seed + at) % 30}`, email, seed);
    else heir.email = email;
  }
}

function place(team: SourceTeam, person: string, flags: number): void {
  team.places = team.places.filter((each) => each.person !== person);
  team.places.push({
    person,
    isMember: flags % 4 !== 1,
    isManager: flags % 4 > 0 && flags % 4 < 3,
  });
}
