import { describe, expect, it } from "vitest";
import { type Draft, isSameProduct, isSound, patchOf, withoutProduct } from "./draft.ts";

const SAVED: Draft = {
  name: "Northwind",
  seatLimit: 500,
  products: ["Muster", "Pulse"],
  defaultProduct: "Muster",
  timeZone: "Europe/Paris",
  defaultLanguage: "fr",
};

describe("what is saved of a workspace", () => {
  it("is nothing when nothing was changed, also where lists were made anew", () => {
    expect(patchOf(SAVED, structuredClone(SAVED))).toEqual({});
  });
  it("is what was changed and nothing else", () => {
    const draft = { ...SAVED, seatLimit: null, products: ["Muster"] };
    expect(patchOf(SAVED, draft)).toEqual({ seatLimit: null, products: ["Muster"] });
  });
});

describe("a workspace can be saved", () => {
  it.each([
    ["as it comes", {}, true],
    ["without a limit of seats", { seatLimit: null }, true],
    ["without any seat", { seatLimit: 0 }, true],
    ["not with fewer than none", { seatLimit: -1 }, false],
    ["not with an emptied field", { seatLimit: Number.NaN }, false],
    ["not without a name", { name: "  " }, false],
    ["not without a time zone", { timeZone: "" }, false],
  ])("%s", (_, change, expected) => {
    expect(isSound({ ...SAVED, ...change })).toBe(expected);
  });
});

describe("products", () => {
  it("takes the default away with its product, and leaves it else", () => {
    expect(withoutProduct(SAVED, "Muster")).toMatchObject({
      products: ["Pulse"],
      defaultProduct: null,
    });
    expect(withoutProduct(SAVED, "Pulse").defaultProduct).toBe("Muster");
  });
  it("are the same whatever their case and form", () => {
    expect(isSameProduct(" Équipe", "e\u0301QUIPE")).toBe(true);
    expect(isSameProduct("Pulse", "Pulses")).toBe(false);
  });
});
