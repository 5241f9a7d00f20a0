import { describe, expect, test } from "vitest";
import type { User } from "../../../api/users.ts";
import { changesOf, draftOf, listChanged, newUserOf } from "./draft.ts";

const user = {
  email: "mia@example.com",
  firstName: "Mia",
  lastName: null,
  preferredName: null,
  jobTitle: "Clerk",
  languagePreferences: null,
  role: "employee",
  directManager: { id: "usr_2", name: "Bea" },
  products: ["Survey", "Reviews"],
  properties: { city: "Lyon", hireDate: "2024-02-29" },
  locks: { city: { by: "Ada", at: "2026-11-22T10:00:00Z" } },
} as unknown as User;
const before = draftOf(user, "Survey");

describe("a draft of a user", () => {
  test("changes nothing by itself, nor by spaces or another order", () => {
    expect(changesOf(before, before)).toBeNull();
    const same = { ...before, firstName: " Mia ", products: ["Reviews", "Survey"] };
    expect(changesOf(before, same)).toBeNull();
    expect(listChanged(null).size).toBe(0);
  });

  test("names only what differs; an emptied field clears its value", () => {
    const change = changesOf(before, {
      ...before,
      jobTitle: "",
      lastName: "Roy",
      manager: null,
      products: ["Survey"],
      properties: { city: " ", hireDate: "2024-02-29", division: "East" },
    });
    expect(change).toEqual({
      jobTitle: null,
      lastName: "Roy",
      directManagerId: null,
      products: ["Survey"],
      properties: { city: null, division: "East" },
    });
    expect([...listChanged(change)].sort()).toEqual([
      ...["city", "directManager", "division", "jobTitle", "lastName", "productAssignations"],
    ]);
  });

  test("locks and unlocks what differs, which changes no value", () => {
    const change = changesOf(before, { ...before, locked: ["jobTitle", "email"] });
    expect(change).toEqual({ locked: { jobTitle: true, email: true, city: false } });
    expect(listChanged(change).size).toBe(0);
    const again = { ...before, jobTitle: "Judge", locked: ["city"] };
    expect(changesOf(before, again)).toEqual({ jobTitle: "Judge" });
  });

  test("of somebody new has the default product, and sends what is filled in", () => {
    const draft = { ...draftOf(null, "Survey"), email: " zoe@example.com ", firstName: "Zoé" };
    expect(newUserOf(draft)).toEqual({
      email: "zoe@example.com",
      firstName: "Zoé",
      products: ["Survey"],
      properties: {},
    });
  });
});
