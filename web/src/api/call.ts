import { noteAnswer } from "../live/connection.ts";
import { ApiProblem, ServerUnreachable } from "./api-problem.ts";
import type { Calls } from "./schema.d.ts";

/** Every call of the API: `"GET /api/v1/syncs/{id}"`. */
export type CallName = keyof Calls;

/** What a call answers. */
export type Answer<Name extends CallName> = Calls[Name]["answer"];

/** The query of a call; `undefined` leaves a parameter out. */
export type QueryOf<Name extends CallName> = Calls[Name] extends { query?: infer Query }
  ? { [Key in keyof Query]: Query[Key] | undefined }
  : never;

/** The body of a call. */
export type BodyOf<Name extends CallName> = Calls[Name] extends { body: infer Body } ? Body : never;

type Given<Name extends CallName> = {
  [Part in Exclude<keyof Calls[Name], "answer"> as Part extends "query"
    ? never
    : Part]: Calls[Name][Part];
} & ("query" extends keyof Calls[Name] ? { query?: QueryOf<Name> } : unknown) & {
    signal?: AbortSignal | undefined;
    headers?: Readonly<Record<string, string>>;
  };

type Arguments<Name extends CallName> =
  Record<never, never> extends Given<Name> ? [given?: Given<Name>] : [given: Given<Name>];

type Value = string | number | boolean;
interface LooseGiven {
  path?: Readonly<Record<string, Value>>;
  query?: Readonly<Record<string, Value | readonly Value[] | undefined>>;
  body?: unknown;
  signal?: AbortSignal | undefined;
  headers?: Readonly<Record<string, string>>;
}

/** Makes a call as the person who is signed in. Throws {@link ApiProblem} or {@link ServerUnreachable}. */
export async function call<Name extends CallName>(
  name: Name,
  ...[given]: Arguments<Name>
): Promise<Answer<Name>> {
  const { body, signal, headers } = (given ?? {}) as LooseGiven;
  const answer = await send(addressOf(name, given as LooseGiven), {
    method: name.slice(0, name.indexOf(" ")),
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: signal ?? null,
  });
  if (answer.status === 204) return null as Answer<Name>;
  return (await answer.json()) as Answer<Name>;
}

/** The address of a call, for a link or a download. */
export function addressOf<Name extends CallName>(
  name: Name,
  given: Pick<LooseGiven, "path" | "query"> = {},
): string {
  const path = name
    .slice(name.indexOf(" ") + 1)
    .replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(given.path?.[key])));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(given.query ?? {})) {
    // Each value of a filter is a parameter of its own, as names may hold commas; none is no parameter.
    for (const each of Array.isArray(value) ? value : [value ?? ""]) {
      if (each !== "") query.append(key, String(each));
    }
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Fetches from the server; also for what is not JSON, such as an upload. Throws as {@link call} does. */
export async function send(address: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    noteAnswer(false);
    throw new ServerUnreachable(error);
  }
  const isDocument = answer.headers.get("content-type")?.includes("json") ?? false;
  // A proxy in front of a stopped server answers 502 to 504 with a page of its own.
  const isFromServer = answer.ok || isDocument || answer.status < 502;
  noteAnswer(isFromServer);
  if (answer.ok) return answer;
  if (!isFromServer) throw new ServerUnreachable(answer.status);
  const document = isDocument ? await answer.json().catch(() => ({})) : {};
  throw new ApiProblem(answer.status, document as Record<string, unknown>, answer.headers);
}
