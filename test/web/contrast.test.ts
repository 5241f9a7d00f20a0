import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Text on grounds needs 4.5 (WCAG 1.4.3); marks, field borders and focus rings 3 (1.4.11). */
const TEXT = 4.5;
const MARK = 3;

const GROUNDS = [
  "page",
  "surface",
  "surface-raised",
  "surface-sunken",
  "surface-hover",
  "surface-active",
];
const PAIRS: [string, string, number][] = [
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ["text", ground, TEXT],
    ["text-muted", ground, TEXT],
    ["link", ground, TEXT],
    ["focus", ground, MARK],
  ]),
  ...["danger", "caution", "good", "info", "neutral"].flatMap(
    (tone): [string, string, number][] => [
      [tone, `${tone}-soft`, TEXT],
      ["text", `${tone}-soft`, TEXT],
      [tone, "surface", TEXT],
      [tone, "page", TEXT],
    ],
  ),
  ["line-field", "surface", MARK],
  ["line-field", "page", MARK],
  ["on-ink", "ink", TEXT],
  ["on-ink", "ink-hover", TEXT],
  ["on-danger", "danger-solid", TEXT],
  ["on-danger", "danger-solid-hover", TEXT],
  ["text", "selected", TEXT],
  ["text-muted", "selected", TEXT],
  ["link", "selected", TEXT],
  ["selected-line", "selected", MARK],
  ["info-bar", "surface-pressed", MARK],
  ["caution-mark", "surface", 2.4],
];

const tokens = new Map(
  [
    ...readFileSync("web/src/styles/tokens.css", "utf8").matchAll(
      /--([\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}));/g,
    ),
  ].map(([, name, light, dark, both]) => [name!, { light: light ?? both!, dark: dark ?? both! }]),
);

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(PAIRS)("%s on %s", (text, ground, least) => {
    const [a, b] = [tokens.get(text), tokens.get(ground)];
    if (a === undefined || b === undefined) throw new Error(`No token ${text} or ${ground}.`);
    expect(contrastOf(a[theme], b[theme])).toBeGreaterThanOrEqual(least);
  });
});

test("the measure is right", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastOf("#767676", "#ffffff")).toBeCloseTo(4.54, 1);
});

function contrastOf(a: string, b: string): number {
  const [light, dark] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
