/**
 * Search parameters as people read them: `?status=failed,pending&q=amélie`. Lists are joined by commas; a page says
 * what it knows with {@link defineSearch}, and everything else in an address is dropped.
 */

/** What an address holds for one name, before a page has read it. */
type Given = string | number | boolean | readonly (string | number)[] | undefined;

/** How one parameter is read: its value, and what of it is not known here. */
export interface Param<Value> {
  read(given: Given): { value: Value | undefined; dropped: readonly string[] };
}

/** What a page's parameters are, read: a name that is not in the address is not there. */
export type SearchOf<Params extends Readonly<Record<string, Param<unknown>>>> = {
  [Name in keyof Params]?: Params[Name] extends Param<infer Value> ? Value | undefined : never;
};

export interface SearchCodec<Params extends Readonly<Record<string, Param<unknown>>>> {
  /** For the `validateSearch` of a route. */
  read(raw: Readonly<Record<string, unknown>>): SearchOf<Params>;
  /** Values of known parameters that are not known, for the notice. */
  findDropped(raw: Readonly<Record<string, unknown>>): readonly string[];
}

/** A page's parameters: `defineSearch({ status: manyOf(SYNC_STATUSES), q: text() })`. */
export function defineSearch<Params extends Readonly<Record<string, Param<unknown>>>>(
  params: Params,
): SearchCodec<Params> {
  const readEach = (raw: Readonly<Record<string, unknown>>) =>
    Object.entries(params).map(([name, param]) => ({ name, ...param.read(raw[name] as Given) }));
  return {
    read: (raw) =>
      Object.fromEntries(
        readEach(raw).flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
      ) as SearchOf<Params>,
    findDropped: (raw) => readEach(raw).flatMap(({ dropped }) => dropped),
  };
}

function toTexts(given: Given): string[] {
  const texts = Array.isArray(given) ? given.map(String) : [String(given ?? "")];
  return texts.filter((text) => text !== "");
}

function toText(given: Given): string {
  return Array.isArray(given) ? given.join(",") : String(given ?? "");
}

/** Some of a list of words, each once, in the list's order. */
export function manyOf<Word extends string>(words: readonly Word[]): Param<readonly Word[]> {
  return {
    read(given) {
      // Programs that pass links on may have escaped the commas; no word has one.
      const texts = toTexts(given).flatMap((text) => text.split(","));
      const value = words.filter((word) => texts.includes(word));
      const dropped = texts.filter((text) => !words.some((word) => word === text));
      return { value: value.length === 0 ? undefined : value, dropped };
    },
  };
}

/** Several values that only the server knows, such as ids and names. */
export function many(): Param<readonly string[]> {
  return {
    read(given) {
      const value = [...new Set(toTexts(given))];
      return { value: value.length === 0 ? undefined : value, dropped: [] };
    },
  };
}

/** One of a list of words. */
export function oneOf<Word extends string>(words: readonly Word[]): Param<Word> {
  return {
    read(given) {
      const text = toText(given);
      const value = words.find((word) => word === text);
      return { value, dropped: value === undefined && text !== "" ? [text] : [] };
    },
  };
}

/** What somebody typed, up to `most` characters. */
export function text(most = 200): Param<string> {
  return {
    read(given) {
      const value = toText(given).slice(0, most);
      return { value: value === "" ? undefined : value, dropped: [] };
    },
  };
}

/** A day, as 2026-11-23. */
export function day(): Param<string> {
  return {
    read(given) {
      const value = toText(given);
      if (value === "") return { value: undefined, dropped: [] };
      const isDay =
        /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
      return isDay ? { value, dropped: [] } : { value: undefined, dropped: [value] };
    },
  };
}

/** A whole number, 0 or more. */
export function count(): Param<number> {
  return {
    read(given) {
      const value = toText(given);
      if (value === "") return { value: undefined, dropped: [] };
      const isCount = /^\d{1,15}$/.test(value);
      return isCount
        ? { value: Number(value), dropped: [] }
        : { value: undefined, dropped: [value] };
    },
  };
}

/** Something that is on: `1`. Off is not in the address. */
export function flag(): Param<true> {
  return {
    read(given) {
      const value = toText(given);
      const isOn = value === "1" || value === "true";
      return { value: isOn ? true : undefined, dropped: isOn || value === "" ? [] : [value] };
    },
  };
}

/**
 * Reads an address's search part: what is joined by commas, or stands under one name several times, is a list. A comma
 * that belongs to a value is escaped.
 */
export function parseSearch(search: string): Record<string, string | string[]> {
  const read = new Map<string, string[]>();
  for (const part of search.replace(/^\?/, "").split("&")) {
    if (part === "") continue;
    const [name = "", ...rest] = part.split("=");
    const values = rest.join("=").split(",").map(readValue);
    read.set(readValue(name), [...(read.get(readValue(name)) ?? []), ...values]);
  }
  return Object.fromEntries(
    [...read].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}

/** Writes parameters as people read them: commas, colons and accents stay as they are. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search).flatMap(([name, value]) => {
    if (value === undefined || value === null || value === false) return [];
    const written = Array.isArray(value)
      ? value.map((item) => writeValue(String(item))).join(",")
      : writeValue(value === true ? "1" : String(value)).replaceAll("%2C", ",");
    return written === "" ? [] : [`${name}=${written}`];
  });
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function readValue(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return text;
  }
}

function writeValue(value: string): string {
  return encodeURIComponent(value)
    .replace(/%(3A|40|2F)/gi, decodeURIComponent)
    .replaceAll("%20", "+");
}
