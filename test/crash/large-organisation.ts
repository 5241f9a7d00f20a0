import { createRandom, type Random } from "../../src/demo/random.ts";

type Row = Record<string, string | boolean | null>;

interface Person {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  city: string;
  jobTitle: string;
  managerId: string | null;
}

interface Team {
  id: string;
  name: string;
  parentId: string | null;
  places: { person: string; isManager: boolean }[];
}

const CITIES = ["Lyon", "Oslo", "Łódź", "Turin", ""];
const TITLES = ["Clerk", "Engineer", "Head", ""];
const TEAM_SIZE = 20;

/** Many ordinary people and teams, so that planning and applying take long enough to be broken off halfway. */
export class LargeOrganisation {
  readonly #random: Random;
  #people: Person[] = [];
  #left: Person[] = [];
  #teams: Team[] = [];
  #next = 0;

  constructor(seed: number, size: number) {
    this.#random = createRandom(seed);
    while (this.#people.length < size) this.#hire();
    while (this.#teams.length < size / TEAM_SIZE) this.#openTeam();
  }

  /** What happens from one push to the next: some of everything, to about a tenth of the people. */
  evolve(): void {
    const random = this.#random;
    for (const person of [...this.#people]) {
      if (random.chance(0.02)) this.#leave(person);
      if (random.chance(0.03)) person.city = random.pick(CITIES);
      if (random.chance(0.03)) person.jobTitle = random.pick(TITLES);
      if (random.chance(0.02)) person.lastName = this.#name();
      if (random.chance(0.02)) person.managerId = this.#manager(person);
    }
    for (let index = 0; index < this.#people.length / 100; index += 1) {
      const [one, two] = random.sample(this.#people, 2);
      if (one !== undefined && two !== undefined) [one.email, two.email] = [two.email, one.email];
    }
    for (const person of this.#left.splice(0, 4)) this.#people.push(person);
    for (let index = random.below(40); index > 0; index -= 1) this.#hire();
    for (const team of [...this.#teams]) {
      if (random.chance(0.05)) team.name = `Team ${random.below(200)}`;
      if (random.chance(0.05)) team.parentId = this.#parent(team);
      if (random.chance(0.2)) team.places.splice(0, random.below(4));
      if (random.chance(0.2)) this.#place(team);
      if (random.chance(0.02)) this.#teams = this.#teams.filter((each) => each !== team);
    }
    this.#openTeam();
  }

  rows(): { members: Row[]; teams: Row[]; teamMappings: Row[] } {
    return {
      members: this.#people.map(({ id, managerId, ...values }) => ({
        externalMemberId: id,
        ...values,
        directManagerExternalId: managerId,
        directManagerEmail: null,
      })),
      teams: this.#teams.map(({ id, name }) => ({ externalTeamId: id, teamName: name })),
      teamMappings: this.#teams.flatMap(({ id, parentId, places }) => [
        ...(parentId === null ? [] : [{ externalTeamId: parentId, externalSubteamId: id }]),
        ...places.map(({ person, isManager }) => ({
          ...{ externalTeamId: id, externalMemberId: person, isMember: true, isManager },
        })),
      ]),
    };
  }

  #hire(): void {
    const number = this.#next++;
    const person: Person = {
      id: `L${number}`,
      email: `l${number}@large.test`,
      firstName: this.#name(),
      lastName: this.#name(),
      city: this.#random.pick(CITIES),
      jobTitle: this.#random.pick(TITLES),
      managerId: null,
    };
    person.managerId = this.#manager(person);
    this.#people.push(person);
  }

  #leave(person: Person): void {
    this.#people = this.#people.filter((each) => each !== person);
    this.#left.push(person);
  }

  /** Mostly of those who were there before, so that lines seldom loop; sometimes anybody. */
  #manager(person: Person): string | null {
    if (this.#people.length === 0) return null;
    const before = this.#people.filter(
      (each) => Number(each.id.slice(1)) < Number(person.id.slice(1)),
    );
    return this.#random.pick(
      before.length === 0 || this.#random.chance(0.01) ? this.#people : before,
    ).id;
  }

  #openTeam(): void {
    const team: Team = {
      id: `U${this.#next++}`,
      name: `Team ${this.#next}`,
      parentId: null,
      places: [],
    };
    team.parentId = this.#random.chance(0.7) ? this.#parent(team) : null;
    for (let index = 0; index < TEAM_SIZE; index += 1) this.#place(team);
    this.#teams.push(team);
  }

  #parent(team: Team): string | null {
    const before = this.#teams.filter(
      (each) => Number(each.id.slice(1)) < Number(team.id.slice(1)),
    );
    return before.length === 0 ? null : this.#random.pick(before).id;
  }

  #place(team: Team): void {
    const { id } = this.#random.pick(this.#people);
    if (team.places.some(({ person }) => person === id)) return;
    team.places.push({ person: id, isManager: this.#random.chance(0.1) });
  }

  #name(): string {
    return (
      this.#random.pick(["Ann", "Bo", "Zoë", "Noor", "Li", "Jürgen"]) + this.#random.below(500)
    );
  }
}
