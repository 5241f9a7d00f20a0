import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { TestRow } from "../grid-page/rows.ts";
import { prepareBuild } from "./prepare-pages.ts";

const TYPES: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };
const GIVEN = ["Amélie", "Aïcha", "Zoé", "Hiro", "Liam", "Marie", "Noël", "Olga", "Paul", "Ruth"];
const FAMILY = ["Roy", "Côté", "Tremblay", "García", "Kim", "Müller", "Okafor", "Fortin", "Smith"];
const TITLES = ["Account manager", "Senior account manager", "Analyst", "Team lead", "Designer"];

/** A page with nothing but a big grid, on its own small server. */
export interface GridServer {
  origin: string;
  /** Offsets that were asked for, in order; tests may empty it. */
  asked: number[];
  /** What the next calls do instead of answering at once. */
  behaviour: { failing: boolean; delayMs: number };
  stop(): void;
}

export async function startGridServer(): Promise<GridServer> {
  const madeFrom = ["test/e2e/grid-page", "web/src", "src/contract", "package-lock.json"];
  const pages = await prepareBuild("grid-page", "test/e2e/grid-page", madeFrom);
  const asked: number[] = [];
  const behaviour = { failing: false, delayMs: 0 };
  const server: Server = createServer((request, response) => {
    response.setHeader("content-security-policy", "default-src 'self'");
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname === "/rows") {
      asked.push(Number(url.searchParams.get("offset")));
      answerRows(url, response, behaviour);
    } else sendFile(pages, request, url.pathname, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ asked, behaviour },
    stop: () => void server.close(),
  };
}

function answerRows(
  url: URL,
  response: ServerResponse,
  { failing, delayMs }: GridServer["behaviour"],
): void {
  const read = (name: string) => Number(url.searchParams.get(name));
  const [total, offset, limit] = [read("of"), read("offset"), read("limit")];
  const items = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) =>
    makeRow(offset + at + 1),
  );
  const send = () => {
    response.statusCode = failing ? 503 : 200;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(failing ? {} : { items, total }));
  };
  if (delayMs === 0) send();
  else setTimeout(send, delayMs);
}

function makeRow(number: number): TestRow {
  const pick = (list: string[], salt: number) => list[(number * salt) % list.length]!;
  const [given, family] = [pick(GIVEN, 7), pick(FAMILY, 5)];
  return {
    number,
    type: number % 3 === 0 ? "Direct Manager assigned" : "User updated",
    name: `${given} ${family}`,
    email: `${given}.${family}.${number}@northwind.example`.toLowerCase(),
    before: pick(TITLES, 3),
    after: pick(TITLES, 4),
  };
}

function sendFile(
  folder: string,
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
): void {
  const name = path === "/" ? "index.html" : path.slice(1);
  if (request.method !== "GET" || name.includes("..") || !existsSync(join(folder, name))) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader("content-type", TYPES[extname(name)] ?? "text/html");
  createReadStream(join(folder, name)).pipe(response);
}
