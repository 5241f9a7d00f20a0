import type { Language } from "../language.ts";
import type { Phrasings } from "./text.ts";

/** What is known of one issue beyond its type and reason. Everything may be missing. */
export interface IssueParams {
  /** Where the row stands: put before the message when given. */
  line?: number | null | undefined;
  /** The raw value that the issue is about: an id, an email, a name. */
  value?: string | null | undefined;
  /** The column or key as the sender wrote it. */
  column?: string | null | undefined;
  /** What the workspace calls the property that the issue is about. */
  property?: string | null | undefined;
  /** The value of it that stays. */
  kept?: string | null | undefined;
  /** What the row brought, where it asks for another: an email that is locked. */
  brought?: string | null | undefined;
  /** Whom the email is locked for. */
  lockedFor?: string | null | undefined;
  /** The nearest known name. */
  nearest?: string | null | undefined;
  /** Line of the first row with the same id, email or subteam. */
  firstLine?: number | null | undefined;
  /** The other person or team: who holds the email, the manager whose row was skipped, the first parent. */
  otherName?: string | null | undefined;
  otherExternalId?: string | null | undefined;
  /** Stands in for a missing `otherName`. */
  otherEmail?: string | null | undefined;
  /** Names in order, each followed by its manager or parent; the last leads back to the first. */
  ring?: readonly string[] | null | undefined;
  limit?: number | null | undefined;
  over?: number | null | undefined;
  /** The products of the workspace. */
  products?: readonly string[] | null | undefined;
  /** A day or a time, ISO 8601. */
  date?: string | null | undefined;
}

export interface PhraseContext {
  params: IssueParams;
  language: Language;
  product: string;
}

/** Names beyond this are counted instead of written: each of a ring's issues names the whole ring. */
const RING_SHOWN = 200;

const NUMBER_FORMATS: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en"),
  fr: new Intl.NumberFormat("fr"),
};
const DATE_FORMATS: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }),
  fr: new Intl.DateTimeFormat("fr", { dateStyle: "long", timeZone: "UTC" }),
};

/** The first phrasing whose parameters are all known. */
export function phrase(phrasings: Phrasings, context: PhraseContext): string {
  for (const template of phrasings) {
    const text = fillIn(template, context);
    if (text !== null) return text;
  }
  // The last phrasing has no parameter that can be missing; a test holds that.
  throw new Error(`No phrasing fits: ${phrasings[0]}`);
}

/** Texts and parameter names in turn, parsed once per template. */
const parsed = new Map<string, readonly string[]>();

function fillIn(template: string, context: PhraseContext): string | null {
  let parts = parsed.get(template);
  if (parts === undefined) {
    parts = template.split(/\{(\w+)\}/);
    parsed.set(template, parts);
  }
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const value = readParam(parts[i]!, context);
    if (value === null) return null;
    text += value + parts[i + 1]!;
  }
  return text;
}

/** A parameter as the text shows it; `null` = missing. Stored parameters are read with care: their types may differ. */
function readParam(name: string, { params, language, product }: PhraseContext): string | null {
  switch (name) {
    case "product":
      return product;
    case "value":
    case "column":
    case "property":
    case "kept":
    case "brought":
    case "lockedFor":
    case "nearest":
    case "otherExternalId":
      return readText(params[name]);
    case "otherName":
      return readText(params.otherName) ?? readText(params.otherEmail);
    case "firstLine":
      return typeof params.firstLine === "number" ? String(params.firstLine) : null;
    case "limit":
    case "over":
      return typeof params[name] === "number"
        ? NUMBER_FORMATS[language].format(params[name])
        : null;
    case "products":
      return readTexts(params.products)?.join(", ") ?? null;
    case "ring":
      return showRing(readTexts(params.ring), language);
    case "date":
      return showDate(params.date, language);
    default:
      throw new Error(`Unknown parameter in a text: ${name}`);
  }
}

/** On one line, since it stands inside a sentence; blank = missing. */
function readText(value: unknown): string | null {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() || null : null;
}

function readTexts(values: unknown): string[] | null {
  if (!Array.isArray(values)) return null;
  const texts = values.map(readText).filter((text) => text !== null);
  return texts.length > 0 && texts.length === values.length ? texts : null;
}

function showRing(names: string[] | null, language: Language): string | null {
  if (names === null) return null;
  const shown = [...names, names[0]!];
  const left = shown.length - RING_SHOWN;
  if (left > 0) {
    const half = RING_SHOWN / 2;
    shown.splice(half, left, `… (${NUMBER_FORMATS[language].format(left)}) …`);
  }
  return shown.join(" → ");
}

function showDate(date: unknown, language: Language): string | null {
  const time = typeof date === "string" ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) return null;
  const text = DATE_FORMATS[language].format(time);
  // The first of a month is written "1er" in French, which the formatter does not do.
  return language === "fr" ? text.replace(/^1 /, "1er ") : text;
}
