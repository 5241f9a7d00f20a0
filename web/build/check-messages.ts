import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Plugin, runnerImport } from "vite";

type Message = string | Readonly<Record<string, string>>;
type Catalogue = Readonly<Record<string, Message>>;

const FRENCH_FORMS = ["one", "many", "other"];
const ENGLISH_FORMS = ["one", "other"];

/** What is wrong with the words of one part in two languages, one line each. */
export function compareMessages(en: Catalogue, fr: Catalogue): string[] {
  const missing = Object.keys(en).filter((key) => fr[key] === undefined);
  const extra = Object.keys(fr).filter((key) => en[key] === undefined);
  return [
    ...missing.map((key) => `"${key}" has no French`),
    ...extra.map((key) => `"${key}" has no English`),
    ...Object.keys(en).flatMap((key) => {
      const [english, french] = [en[key], fr[key]];
      return english === undefined || french === undefined ? [] : compareOne(key, english, french);
    }),
  ];
}

function compareOne(key: string, english: Message, french: Message): string[] {
  const texts = [...toTexts(english), ...toTexts(french)];
  if (texts.some((text) => text.trim() === "")) return [`"${key}" is empty`];
  if (typeof english === "string" && typeof french === "string") {
    const same = placesOf(english).join() === placesOf(french).join();
    return same ? [] : [`"${key}" has other places in French than in English`];
  }
  if (typeof english === "string" || typeof french === "string") {
    return [`"${key}" counts in one language only`];
  }
  const faults: string[] = [];
  if (Object.keys(english).join() !== ENGLISH_FORMS.join())
    faults.push(`"${key}" needs ${ENGLISH_FORMS.join(", ")} in English`);
  if (Object.keys(french).join() !== FRENCH_FORMS.join())
    faults.push(`"${key}" needs ${FRENCH_FORMS.join(", ")} in French`);
  // A form may leave the number out ("One row"), and may not ask for what the others do not know.
  const known = placesOf(texts.join(" "));
  const common = [placesOf(english.other ?? ""), placesOf(french.other ?? "")];
  if (common.some((places) => places.join() !== known.join()))
    faults.push(`"${key}" has other places in one form than in another`);
  return faults;
}

function toTexts(message: Message): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name!))].sort();
}

/** The files of words below a folder: those that join two languages. */
export function listMessageFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|[/\\-])messages\.ts$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => readFileSync(path, "utf8").includes("defineMessages("));
}

/** What is wrong with the words of the pages below a folder, one line each. */
export async function checkMessages(folder: string): Promise<string[]> {
  const faults: string[] = [];
  for (const path of listMessageFiles(folder)) {
    const { module } = await runnerImport<Record<string, unknown>>(path, { configFile: false });
    for (const [name, value] of Object.entries(module)) {
      if (!isMessages(value)) continue;
      faults.push(
        ...compareMessages(value.en, value.fr).map((it) => `${name}: ${it} (${basename(path)})`),
      );
    }
  }
  return faults;
}

function isMessages(value: unknown): value is { en: Catalogue; fr: Catalogue } {
  return typeof value === "object" && value !== null && "en" in value && "fr" in value;
}

/** Lets no build pass whose words are not in both languages. */
export function messagesInBothLanguages(folder: string): Plugin {
  return {
    name: "messages-in-both-languages",
    apply: "build",
    async buildStart() {
      const faults = await checkMessages(folder);
      if (faults.length > 0) this.error(`The words of the pages:\n${faults.join("\n")}`);
    },
  };
}
