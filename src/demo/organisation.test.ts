import { describe, expect, test } from "vitest";
import { createOrganisation, type Organisation } from "./organisation.ts";
import { toCsv, writeSourceFiles } from "./source-files.ts";

describe("the made-up organisation", () => {
  const organisation = createOrganisation(2024);

  test("is the same for the same seed, and another for another", () => {
    expect(createOrganisation(2024)).toEqual(organisation);
    expect(createOrganisation(7).people[0]).not.toEqual(organisation.people[0]);
  });

  test("has about 400 people in about 40 teams, nested three deep", () => {
    expect(organisation.people.length).toBeGreaterThan(380);
    expect(organisation.people.length).toBeLessThan(420);
    expect(organisation.teams).toHaveLength(43);
    const depths = organisation.teams.map(({ id }) => depthOf(organisation, id));
    expect(Math.max(...depths)).toBe(3);
  });

  test("gives everybody an id and an address of their own", () => {
    const { people } = organisation;
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { email } of people) expect(email).toMatch(/^[a-z.-]+\d*@northwind\.example$/);
  });

  test("has one head, and managers with at most eight reports who exist", () => {
    const ids = new Set(organisation.people.map(({ id }) => id));
    const reports = new Map<string, number>();
    let heads = 0;
    for (const { managerId } of organisation.people) {
      if (managerId === null) heads += 1;
      else {
        expect(ids).toContain(managerId);
        reports.set(managerId, (reports.get(managerId) ?? 0) + 1);
      }
    }
    expect(heads).toBe(1);
    expect(Math.max(...reports.values())).toBe(8);
  });

  test("has names with accents", () => {
    const names = organisation.people.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(names.filter((name) => /[^\u0020-\u007e]/.test(name)).length).toBeGreaterThan(100);
  });
});

describe("the files of the HR system", () => {
  test("name every person, team, place and nesting", () => {
    const organisation = createOrganisation(2024);
    const files = writeSourceFiles(organisation);
    expect(files.members).toHaveLength(organisation.people.length);
    expect(files.teams).toHaveLength(organisation.teams.length);
    const nested = organisation.teams.filter(({ parentId }) => parentId !== null);
    expect(files.teamsMappings.filter((line) => line.externalSubteamId !== "")).toHaveLength(
      nested.length,
    );
  });

  test("are quoted where they must be", () => {
    expect(
      toCsv([
        { name: 'Ann "A", Lee', note: "" },
        { name: "Bo", extra: "two\nlines" },
      ]),
    ).toBe('name,note,extra\r\n"Ann ""A"", Lee",,\r\nBo,,"two\nlines"\r\n');
  });
});

function depthOf({ teams }: Organisation, id: string | null): number {
  const team = teams.find((one) => one.id === id);
  return team === undefined ? 0 : 1 + depthOf({ teams } as Organisation, team.parentId);
}
