import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ISSUE_TYPES, type IssueType, REASONS, type Reason } from "../catalogue.ts";
import { LANGUAGES } from "../language.ts";
import { describeIssue, describeSkippedUpdate } from "./describe-issue.ts";
import { EN, EN_SKIPPED } from "./en.ts";
import { FR, FR_SKIPPED } from "./fr.ts";
import type { IssueParams } from "./phrase.ts";

const N = "\u202f";

/** Every text of both languages with the place it stands at. */
function listTexts(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  return Object.entries(value as object).flatMap(([key, part]) =>
    listTexts(part, `${path}.${key}`),
  );
}
const ENGLISH = [...listTexts(EN, "en"), ...listTexts(EN_SKIPPED, "en.skipped")];
const FRENCH = [...listTexts(FR, "fr"), ...listTexts(FR_SKIPPED, "fr.skipped")];
const TEXTS = [...ENGLISH, ...FRENCH];

function say(
  type: IssueType,
  reason: Reason | null,
  params: IssueParams,
  language: "en" | "fr" = "en",
): string {
  return describeIssue({ type, reason, params, language, product: "Officevibe" }).message;
}

describe("describeIssue", () => {
  it.each<[IssueType, Reason | null, IssueParams, string]>([
    [
      "user_skipped",
      "duplicate_external_id",
      { line: 1204, value: "E42", firstLine: 3 },
      "Line 1204: this row repeats external id E42, first given on line 3. The first row was used.",
    ],
    [
      "user_skipped",
      "duplicate_external_id",
      { value: "E42" },
      "This row repeats external id E42, which an earlier row has. The first row was used.",
    ],
    [
      "user_skipped",
      "duplicate_email",
      {},
      "This row repeats the email of an earlier row. The first row was used.",
    ],
    [
      "user_skipped",
      "email_taken",
      { value: "a.roy@example.com", otherName: " ", otherEmail: "amelie@example.com" },
      "The email a.roy@example.com belongs to amelie@example.com. The row was skipped until someone decides who holds this address.",
    ],
    [
      "user_skipped",
      "email_taken",
      {
        value: "a@example.com",
        brought: "new@example.com",
        otherName: "Amélie",
        lockedFor: "Amélie",
      },
      "This row brings the email new@example.com, but a@example.com is locked for this person, and belongs to Amélie by now. The row was skipped until someone decides who holds this address.",
    ],
    [
      "user_skipped",
      "email_taken",
      { value: "a@example.com", otherName: "Amélie", otherExternalId: "E1", lockedFor: "Amélie" },
      "The email a@example.com is locked for Amélie, whatever the source has. The row was skipped until someone decides who holds this address.",
    ],
    [
      "user_skipped",
      "deleted_manually",
      { date: "2026-03-01T23:59:00Z" },
      "This person was deleted by hand on March 1, 2026, so the row was skipped.",
    ],
    [
      "user_skipped",
      "deleted_manually",
      { date: "soon" },
      "This person was deleted by hand, so the row was skipped.",
    ],
    [
      "workspace_limit_reached",
      "seat_limit",
      { limit: 12000, over: 1 },
      "No seat is left for this person. The limit of the workspace is 12,000, and this run would need 1 more.",
    ],
    [
      "manager_cycle",
      "loop",
      { ring: ["Zoé", "Marie Roy", "Marie Roy"] },
      "The Direct Managers form a circle: Zoé → Marie Roy → Marie Roy → Zoé. Everyone in it keeps the present one.",
    ],
    [
      "manager_cycle",
      "loop",
      { ring: [] },
      "The Direct Managers form a circle through this person, who keeps the present one.",
    ],
    [
      "unknown_property",
      null,
      { column: "Departement", nearest: "department" },
      "The column Departement is not a known property, so it was left out. The nearest one is department.",
    ],
    [
      "unknown_product",
      null,
      { value: "Pulse;\n Surveys", products: ["Officevibe", "Onboarding"] },
      "The workspace has no product named Pulse; Surveys. It has: Officevibe, Onboarding.",
    ],
    [
      "subteam_conflict",
      null,
      { value: "T7", firstLine: 9 },
      "The subteam T7 already has a parent, given on line 9. The first row was used.",
    ],
  ])("%s, %s, %o", (type, reason, params, message) => {
    expect(say(type, reason, params)).toBe(message);
  });

  it.each<[IssueType, Reason | null, IssueParams, string]>([
    [
      "user_skipped",
      "duplicate_external_id",
      { line: 12, value: "E42", firstLine: 3 },
      `Ligne 12${N}: cette ligne reprend l’identifiant externe E42, déjà donné à la ligne 3. La première ligne a été retenue.`,
    ],
    [
      "user_skipped",
      "invalid_email",
      { value: "amélie" },
      `Le texte «${N}amélie${N}» n’est pas une adresse courriel${N}; la ligne a été ignorée.`,
    ],
    [
      "user_skipped",
      "email_taken",
      { value: "a@example.com", brought: "new@example.com", otherName: "Amélie" },
      "Cette ligne apporte l’adresse courriel new@example.com, mais a@example.com est verrouillée pour cette personne et appartient désormais à Amélie. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
    ],
    [
      "user_skipped",
      "deleted_manually",
      { date: "2026-03-01" },
      `Cette personne a été supprimée à la main le 1er mars 2026${N}; la ligne a été ignorée.`,
    ],
    [
      "workspace_limit_reached",
      "seat_limit",
      { limit: 12000 },
      `Il ne reste aucune place pour cette personne. La limite de l’espace de travail est de 12${N}000.`,
    ],
    [
      "manager_profile_missing",
      "unknown_manager",
      { value: "zoe@example.com" },
      `Aucun profil Officevibe ne correspond au gestionnaire direct zoe@example.com${N}; rien n’a changé à cet égard.`,
    ],
  ])("in French: %s, %s, %o", (type, reason, params, message) => {
    expect(say(type, reason, params, "fr")).toBe(message);
  });

  it("names the product in the label", () => {
    const issue = { type: "manager_profile_missing", reason: "leaves", product: "$& Co" } as const;
    expect(describeIssue({ ...issue, language: "en" }).label).toBe(
      "No $& Co profile for Direct Manager",
    );
    expect(describeIssue({ ...issue, language: "fr" }).label).toBe(
      "Aucun profil $& Co pour le gestionnaire direct",
    );
  });

  it("does not take a value for a parameter", () => {
    expect(say("user_skipped", "invalid_email", { value: "{product}" })).toBe(
      "The text “{product}” is not an email address, so the row was skipped.",
    );
  });

  it("counts the middle of a very long ring", () => {
    const ring = Array.from({ length: 5000 }, (_, index) => `P${index}`);
    const message = say("manager_cycle", "loop", { ring });
    expect(message).toContain("P99 → … (4,801) … → P4901 ");
    expect(message).toContain("→ P4999 → P0. Everyone");
    expect(message.match(/→ P/g)).toHaveLength(199);
  });

  it("leaves no hole, whatever is known or missing", () => {
    const text = fc.constantFrom(undefined, null, "", " ", "E42");
    const number = fc.constantFrom(undefined, null, 0, 7);
    const names = fc.constantFrom(undefined, null, [], [""], ["A"], ["A", "B"]);
    const params: fc.Arbitrary<IssueParams> = fc.record({
      line: number,
      value: text,
      column: text,
      nearest: text,
      firstLine: number,
      otherName: text,
      otherExternalId: text,
      otherEmail: text,
      ring: names,
      limit: number,
      over: number,
      products: names,
      date: fc.constantFrom(undefined, null, "x", "2026-03-01"),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...ISSUE_TYPES),
        fc.constantFrom(null, ...REASONS),
        fc.constantFrom(...LANGUAGES),
        params,
        (type, reason, language, given) => {
          const described = describeIssue({ type, reason, params: given, language, product: "P" });
          for (const shown of Object.values(described)) {
            expect(shown).not.toMatch(/[{}]|undefined|null|NaN|\s\s|“”|« ?»|\s[.,]/);
            expect(shown).toMatch(/^\p{Lu}/u);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("reads stored parameters of the wrong type as missing", () => {
    const params = { value: 12, firstLine: "3", limit: {}, ring: "x", otherName: [] } as never;
    for (const type of ISSUE_TYPES) {
      for (const reason of [null, ...REASONS]) {
        expect(say(type, reason, params)).not.toMatch(/[{}]|\[object/);
      }
    }
  });
});

describe("describeSkippedUpdate", () => {
  it("says why an update was not forced", () => {
    expect(describeSkippedUpdate("en").message).toBe(
      "The directory changed after the plan was made, so this update was skipped.",
    );
  });
});

describe("the texts", () => {
  const isMessage = (path: string): boolean => path.includes(".message");
  const hasPhrasings = (path: string): boolean => /\.(message|suggestion)\b/.test(path);

  it("are plain, in typographic quotes, without exclamation", () => {
    const offence = /!|success|avec succès| {2}|^\s|\s$|['"]/i;
    expect(TEXTS.filter(({ text }) => offence.test(text))).toEqual([]);
  });

  it("are sentences", () => {
    const sentences = TEXTS.filter(({ path }) => !path.endsWith(".label"));
    expect(sentences.filter(({ text }) => !text.endsWith("."))).toEqual([]);
  });

  it("begin in lower case, with a word, where a line number can stand before them", () => {
    const messages = TEXTS.filter(({ path }) => isMessage(path));
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.filter(({ text }) => !/^\p{Ll}/u.test(text))).toEqual([]);
  });

  it("begin with a capital or a column's name elsewhere", () => {
    const others = TEXTS.filter(({ path }) => !isMessage(path));
    expect(others.filter(({ text }) => !/^(\p{Lu}|isMember|external)/u.test(text))).toEqual([]);
  });

  it("name no parameter but the product in an explanation", () => {
    const explanations = TEXTS.filter(({ path }) => !hasPhrasings(path));
    const hole = /\{(?!product\})/;
    expect(explanations.filter(({ text }) => hole.test(text))).toEqual([]);
  });

  it("follow French typography in French", () => {
    // A narrow no-break space before double punctuation and inside guillemets; no English quotes.
    const offence = /[^\u202f][:;?»]|«[^\u202f]|[“”]/;
    // A name that begins with a vowel would have to elide these.
    const elision = /\b(de|que) \{(otherName|product|nearest|column|value|lockedFor)\}/;
    expect(FRENCH.filter(({ text }) => offence.test(text) || elision.test(text))).toEqual([]);
  });

  it("follow English typography in English", () => {
    expect(ENGLISH.filter(({ text }) => /[\u202f\u00a0«»]/.test(text))).toEqual([]);
  });

  it("have as many phrasings with the same parameters in both languages", () => {
    const shapes = (texts: typeof TEXTS) =>
      texts
        .filter(({ path }) => hasPhrasings(path))
        .map(({ path, text }) => `${path.slice(3)} ${text.match(/\{(?!product)\w+\}/g)?.sort()}`)
        .sort();
    expect(shapes(FRENCH)).toEqual(shapes(ENGLISH));
  });
});
