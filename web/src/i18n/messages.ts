import type { Language } from "#contract/language.ts";

/** The English forms of a message that counts; `n` is what is counted. */
export interface EnglishPlural {
  one: string;
  other: string;
}

/** French counts 0 and 1 as `one`, and says "1 000 000 de lignes" for round millions: `many`. */
export interface FrenchPlural {
  one: string;
  many: string;
  other: string;
}

export type EnglishCatalogue = Readonly<Record<string, string | EnglishPlural>>;

/** What the French words for an English catalogue are: leaving one out does not compile. */
export type French<En extends EnglishCatalogue> = {
  readonly [Key in keyof En]: En[Key] extends string ? string : FrenchPlural;
};

/** The words of one part of the pages, in every language. */
export interface Messages<En extends EnglishCatalogue> {
  readonly en: En;
  readonly fr: French<En>;
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type PlaceNames<Message> = Message extends string
  ? NamesIn<Message>
  : Message extends { one: infer One extends string; other: infer Other extends string }
    ? "n" | NamesIn<One> | NamesIn<Other>
    : never;

/** The values that a message has places for; `n`, which plurals count by, is a number. */
export type ValuesOf<Message, Value> = {
  [Name in PlaceNames<Message>]: Name extends "n" ? number : Value;
};

type Arguments<Message, Value> = [PlaceNames<Message>] extends [never]
  ? []
  : [values: ValuesOf<Message, Value>];

/** Looks a message up and puts values in its places. Numbers are written as the language writes them. */
export type Translate<En extends EnglishCatalogue> = <Key extends keyof En & string>(
  key: Key,
  ...values: Arguments<En[Key], string | number>
) => string;

/** A message in pieces: its text, and the values where their places are. */
export type TranslateInPieces<En extends EnglishCatalogue, Value> = <Key extends keyof En & string>(
  key: Key,
  ...values: Arguments<En[Key], Value | string | number>
) => (Value | string)[];

/**
 * Puts the two languages of a part together. Write the English as `as const`, so that the places of each message are
 * known to the compiler, and the French as `French<typeof en>`.
 */
export function defineMessages<const En extends EnglishCatalogue>(
  en: En,
  fr: French<En>,
): Messages<En> {
  return { en, fr };
}

const PLACE = /\{([a-zA-Z]+)\}/g;
const plurals = {} as Record<Language, Intl.PluralRules | undefined>;
const numbers = {} as Record<Language, Intl.NumberFormat | undefined>;

/** A number, whole: 92,021 or 92 021, never 92k. */
export function writeNumber(value: number, language: Language): string {
  numbers[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return numbers[language].format(value);
}

/** The text of a message before its places are filled. */
function chooseForm(
  message: string | EnglishPlural | FrenchPlural,
  n: unknown,
  language: Language,
): string {
  if (typeof message === "string") return message;
  plurals[language] ??= new Intl.PluralRules(language);
  const form = plurals[language].select(Number(n));
  if (form === "one") return message.one;
  return form === "many" && "many" in message ? message.many : message.other;
}

/** French sets a narrow space that does not break before ; ! ? and inside « », and a wide one before a colon. */
export function spaceFrench(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=[:%])/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/ »/g, "\u00a0»");
}

/** One message in pieces; the work behind the hooks of use-messages.ts. */
export function fillMessage<Value>(
  messages: Messages<EnglishCatalogue>,
  language: Language,
  key: string,
  values: Readonly<Record<string, Value | string | number>> = {},
): (Value | string)[] {
  const message = messages[language][key];
  if (message === undefined) throw new Error(`There is no message "${key}".`);
  const chosen = chooseForm(message, values.n, language);
  const text = language === "fr" ? spaceFrench(chosen) : chosen;
  // Every odd piece is the name of a place.
  return text.split(PLACE).flatMap((piece, index) => {
    if (index % 2 === 0) return piece === "" ? [] : [piece];
    const value = values[piece];
    if (value === undefined) throw new Error(`The message "${key}" needs a value for {${piece}}.`);
    return [typeof value === "number" ? writeNumber(value, language) : value];
  });
}
