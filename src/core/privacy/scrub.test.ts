import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blankLinks,
  blankRecord,
  type ErasedPeople,
  foldText,
  type JsonRecord,
  scrubParams,
  scrubRecord,
} from "./scrub.ts";

const GONE: ErasedPeople = {
  ids: new Set(["42", "usr_42"]),
  names: new Set(["jane doe"]),
  emails: new Set(["jane@example.com"]),
  externalIds: new Set(["E7"]),
};
const scrub = (record: JsonRecord) => scrubRecord(record, GONE, "Erased user");
const params = (record: JsonRecord) => scrubParams(record, GONE, "Erased user");

describe("taking a person out of a record about somebody else", () => {
  it("knows the other end of a link by its id, as number or as text", () => {
    const end = { name: "Jane Doe", email: "jane@example.com" };
    const blank = { name: "Erased user", email: null };
    expect(scrub({ directManager: { id: 42, ...end } })).toEqual({
      directManager: { id: 42, ...blank },
    });
    expect(scrub({ member: { id: "usr_42", ...end } })).toEqual({
      member: { id: "usr_42", ...blank },
    });
    expect(
      scrub({
        reports: [
          { id: 42, ...end },
          { id: 1, name: "Al" },
        ],
      }),
    ).toEqual({
      reports: [
        { id: 42, ...blank },
        { id: 1, name: "Al" },
      ],
    });
  });

  it("leaves somebody else of the same name alone", () => {
    const namesake = { directManager: { id: 43, name: "Jane Doe", email: "other@example.com" } };
    expect(scrub(namesake)).toEqual(namesake);
  });

  it("takes names only where they stand for somebody, addresses everywhere", () => {
    expect(
      scrub({
        department: "Jane Doe",
        members: ["JANE DOE", "Al"],
        city: "Jane <Jane@Example.com>",
      }),
    ).toEqual({
      department: "Jane Doe",
      members: ["Erased user", "Al"],
      city: "Erased user",
    });
    expect(scrub({ email: "mary-jane@example.com", code: "E7" })).toEqual({
      email: "mary-jane@example.com",
      code: "E7",
    });
  });

  it("takes whatever names them out of an issue's parameters", () => {
    expect(
      params({
        value: "E7",
        otherName: " Jane Doe ",
        ring: ["Al", "jane doe"],
        firstLine: 3,
        column: null,
      }),
    ).toEqual({
      value: "Erased user",
      otherName: "Erased user",
      ring: ["Al", "Erased user"],
      firstLine: 3,
      column: null,
    });
  });

  it("keeps the shape of every record, and every record that names nobody", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const given = record as JsonRecord;
        expect(Object.keys(scrub(given) ?? {})).toEqual(Object.keys(given));
        const nobody = {
          ids: new Set<string>(),
          names: new Set<string>(),
          emails: new Set<string>(),
          externalIds: new Set<string>(),
        };
        expect(scrubParams(given, nobody, "x")).toEqual(given);
      }),
    );
  });
});

describe("blanking a record about the person", () => {
  it("keeps keys, numbers and flags", () => {
    const record = { value: "E7", column: "email", firstLine: 3, ring: ["Jane Doe"], sent: true };
    expect(blankRecord(record, new Set(["column"]))).toEqual({
      value: null,
      column: "email",
      firstLine: 3,
      ring: null,
      sent: true,
    });
    expect(blankRecord(null, new Set())).toBeNull();
  });

  it("keeps that a link had another end", () => {
    expect(
      blankLinks(
        { member: { id: 42, name: "Jane Doe" }, manager: "Jane Doe", old: null },
        "Erased user",
      ),
    ).toEqual({
      member: { id: 42, name: "Erased user" },
      manager: "Erased user",
      old: null,
    });
  });
});

it("folds case, composition and outer space", () => {
  expect(foldText(" ZOE\u0301 ")).toBe("zoé");
});
