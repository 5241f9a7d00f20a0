import { describe, expect, test } from "vitest";
import { type KeyPress, readKey } from "./row-keys.ts";

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
  ...changes,
});
const place = {
  active: 50 as number | null,
  ...{ firstSeen: 30, rowCount: 100, pageRows: 14, letters: true },
};
const target = (key: string, changes: Partial<typeof place> = {}) => {
  const meaning = readKey(press(key), { ...place, ...changes });
  return meaning?.kind === "move" ? meaning.to : meaning;
};

describe("keys of a grid", () => {
  test.each([
    ["ArrowDown", 51],
    ["ArrowUp", 49],
    ["j", 51],
    ["J", 51],
    ["k", 49],
    ["PageDown", 64],
    ["PageUp", 36],
    ["Home", 0],
    ["End", 99],
  ])("%s goes to row %i", (key, to) => {
    expect(target(key)).toBe(to);
  });

  test("Ctrl changes nothing about Home and End, and other combinations are not ours", () => {
    expect(readKey(press("End", { ctrlKey: true }), place)).toEqual({ kind: "move", to: 99 });
    expect(readKey(press("Home", { ctrlKey: true }), place)).toEqual({ kind: "move", to: 0 });
    expect(readKey(press("k", { ctrlKey: true }), place)).toBeNull();
    expect(readKey(press("k", { metaKey: true }), place)).toBeNull();
    expect(readKey(press("ArrowLeft", { altKey: true }), place)).toBeNull();
    expect(readKey(press("ArrowDown", { shiftKey: true }), place)).toBeNull();
  });

  test("never leaves the rows", () => {
    expect(target("PageDown", { active: 95 })).toBe(99);
    expect(target("ArrowUp", { active: 0 })).toBe(0);
    expect(target("ArrowDown", { rowCount: 0, active: null })).toBeNull();
  });

  test("begins at the first row in view", () => {
    for (const key of ["ArrowDown", "ArrowUp", "j", "PageDown"]) {
      expect(target(key, { active: null })).toBe(30);
    }
    expect(target("End", { active: null })).toBe(99);
  });

  test("Enter and Space open the row that the keys are on", () => {
    expect(target("Enter")).toEqual({ kind: "open" });
    expect(target(" ")).toEqual({ kind: "open" });
    expect(target("Enter", { active: null })).toBeNull();
  });

  test("letters can be switched off", () => {
    expect(target("j", { letters: false })).toBeNull();
    expect(target("k", { letters: false })).toBeNull();
    expect(target("ArrowDown", { letters: false })).toBe(51);
    expect(target("x")).toBeNull();
  });
});
