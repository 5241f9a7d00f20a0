import { expect, it } from "vitest";
import { listDetails } from "./list-details.ts";

it("tells what a change was from and to, also where one side was nothing", () => {
  const before = { "thresholds.users": 60, name: null };
  const after = { "thresholds.users": null, name: "Ada" };
  expect(listDetails({ before, after })).toEqual([
    { kind: "change", key: "thresholds.users", before: 60, after: null },
    { kind: "change", key: "name", before: null, after: "Ada" },
  ]);
});

it("tells what was made as facts, without what was not so", () => {
  const after = { mode: "full", dryRun: false, form: "json", expiresAt: null };
  expect(listDetails({ before: null, after })).toEqual([
    { kind: "fact", key: "mode", value: "full" },
    { kind: "fact", key: "form", value: "json" },
  ]);
});

it("tells what was taken away as gone", () => {
  expect(listDetails({ before: { role: "viewer" }, after: null })).toEqual([
    { kind: "change", key: "role", before: "viewer", after: null },
  ]);
});

it("says of sensitive values only that they changed", () => {
  expect(listDetails({ before: { salary: null }, after: { salary: null } })).toEqual([
    { kind: "hidden", key: "salary" },
  ]);
});

it("has nothing to tell where nothing was kept", () => {
  expect(listDetails({ before: null, after: null })).toEqual([]);
});

it("tells of locks which values they are on", () => {
  const [before, after] = [
    { city: false, jobTitle: false },
    { city: true, jobTitle: true },
  ];
  expect(listDetails({ action: "values_locked", before, after })).toEqual([
    { kind: "fact", key: "properties", value: ["city", "jobTitle"] },
  ]);
});
