import { OFFICES, type Office, toAddressName } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { DIVISIONS } from "./team-names.ts";

/** A person as an HR system keeps them. Blank = no value. */
export interface Person {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  preferredName: string;
  jobTitle: string;
  language: string;
  products: string[];
  managerId: string | null;
  department: string;
  division: string;
  costCenter: string;
  employeeType: string;
  office: Office;
  hireDate: string;
}

/** A team as an HR system keeps it. */
export interface SourceTeam {
  id: string;
  name: string;
  parentId: string | null;
  managerIds: string[];
  memberIds: string[];
}

/** What the HR system would send today. Changed in place as the story goes on. */
export interface Organisation {
  people: Person[];
  teams: SourceTeam[];
  /** Counts up, so that nobody gets an id that somebody had. */
  nextPerson: number;
  nextTeam: number;
}

/** The domain is reserved for examples: no mail can go out. */
export const EMAIL_DOMAIN = "northwind.example";
const TEAM_SIZE = 14;
const REPORTS_PER_MANAGER = 8;
const FIRST_HIRE = Date.UTC(2012, 0, 9);
const LAST_HIRE = Date.UTC(2025, 5, 30);
const DAY_MS = 86_400_000;

/** Makes a believable organisation of about 400 people in 43 teams nested three deep; the same seed, the same people. */
export function createOrganisation(seed = 2024): Organisation {
  const random = createRandom(seed);
  const organisation: Organisation = { people: [], teams: [], nextPerson: 1001, nextTeam: 10 };
  const chief = addPerson(organisation, random, {
    jobTitle: "Chief Executive Officer",
    department: "Executive Office",
    division: "Executive Office",
    managerId: null,
  });
  for (const division of DIVISIONS) {
    const divisionTeam = addTeam(organisation, division.name, null);
    const head = addPerson(organisation, random, {
      jobTitle: division.head,
      department: division.name,
      division: division.name,
      managerId: chief.id,
    });
    place(divisionTeam, head, chief);
    for (const department of division.departments) {
      const departmentTeam = addTeam(organisation, department.name, divisionTeam.id);
      const lead = addPerson(organisation, random, {
        jobTitle: `Director, ${department.name}`,
        department: department.name,
        division: division.name,
        managerId: head.id,
      });
      place(departmentTeam, lead, lead);
      for (const name of department.teams) {
        const team = addTeam(organisation, name, departmentTeam.id);
        fillTeam(organisation, random, team, lead, department.titles);
      }
    }
  }
  return organisation;
}

/** A new hire; values not given are made up. */
export function addPerson(
  organisation: Organisation,
  random: Random,
  given: Pick<Person, "jobTitle" | "department" | "division" | "managerId"> &
    Partial<Pick<Person, "hireDate" | "office">>,
): Person {
  const office = given.office ?? random.pick(OFFICES);
  const firstName = random.pick(office.firstNames);
  const lastName = random.pick(office.lastNames);
  const hired = FIRST_HIRE + random.below((LAST_HIRE - FIRST_HIRE) / DAY_MS) * DAY_MS;
  const person: Person = {
    id: `NW-${organisation.nextPerson++}`,
    email: freeAddress(organisation, firstName, lastName),
    firstName,
    lastName,
    preferredName: random.chance(0.06) ? (firstName.split(/[ -]/).at(-1) ?? "") : "",
    jobTitle: given.jobTitle,
    language: random.chance(0.3) ? "en" : office.language,
    products: [],
    managerId: given.managerId,
    department: given.department,
    division: given.division,
    costCenter: `CC-${100 + (hash(given.department) % 900)}`,
    employeeType: random.pick(["Permanent", "Permanent", "Permanent", "Fixed term", "Intern"]),
    office,
    hireDate: given.hireDate ?? new Date(hired).toISOString().slice(0, 10),
  };
  organisation.people.push(person);
  return person;
}

export function addTeam(
  organisation: Organisation,
  name: string,
  parentId: string | null,
): SourceTeam {
  const team = {
    id: `T-${organisation.nextTeam++}`,
    name,
    parentId,
    managerIds: [],
    memberIds: [],
  };
  organisation.teams.push(team);
  return team;
}

/** The person of that id; throws when there is none. */
export function personOf(organisation: Organisation, id: string): Person {
  const person = organisation.people.find((one) => one.id === id);
  if (person === undefined) throw new Error(`Nobody has the id ${id}.`);
  return person;
}

/** The team of that name; throws when there is none. */
export function teamNamed(organisation: Organisation, name: string): SourceTeam {
  const team = organisation.teams.find((one) => one.name === name);
  if (team === undefined) throw new Error(`No team is called ${name}.`);
  return team;
}

/** A lead, and below the lead a senior with the people who are more than one manager has. */
function fillTeam(
  organisation: Organisation,
  random: Random,
  team: SourceTeam,
  director: Person,
  titles: readonly string[],
): void {
  const { department, division } = director;
  const office = random.pick(OFFICES);
  let managerId = director.id;
  let title = `Team Lead, ${team.name}`;
  for (let place = 0; place < TEAM_SIZE; place++) {
    const given = { department, division, managerId, jobTitle: title };
    const person = addPerson(
      organisation,
      random,
      random.chance(0.7) ? { ...given, office } : given,
    );
    team.memberIds.push(person.id);
    if (place === 0) team.managerIds.push(person.id);
    // The lead's first report is the senior, who manages whoever comes after the lead's eighth.
    if (place === 0 || place === REPORTS_PER_MANAGER)
      managerId = team.memberIds.at(place === 0 ? 0 : 1) ?? managerId;
    title = place === 0 ? `Senior ${random.pick(titles)}` : random.pick(titles);
  }
}

function place(team: SourceTeam, member: Person, manager: Person): void {
  team.memberIds.push(member.id);
  team.managerIds.push(manager.id);
}

function freeAddress(organisation: Organisation, firstName: string, lastName: string): string {
  const name = `${toAddressName(firstName)}.${toAddressName(lastName)}`;
  const taken = new Set(organisation.people.map(({ email }) => email));
  for (let number = 1; ; number++) {
    const email = `${name}${number === 1 ? "" : number}@${EMAIL_DOMAIN}`;
    if (!taken.has(email)) return email;
  }
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}
