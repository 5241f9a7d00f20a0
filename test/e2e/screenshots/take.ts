/**
 * Pictures of every page and state in both themes, for people to look at.
 *
 *   npm run screenshots [-- PART-OF-A-NAME ...]
 *   npm run screenshots -- --readme
 *
 * The files beside this one list them: `export const pictures: Picture[]`. They are written into `screenshots/`; those
 * of the readme into `docs/pictures/`, when asked for.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/find-chromium.ts";
import { DEFAULT_LOOK, type Look } from "../support/look.ts";
import { Pages, type Sessions } from "../support/pages.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const NO_LISTS = ["take.ts", "picture.ts"];
const OUT = "screenshots";
const README = "docs/pictures";

async function listPictures(wanted: readonly string[]): Promise<Picture[]> {
  const names = readdirSync(HERE).filter(
    (name) => name.endsWith(".ts") && !NO_LISTS.includes(name),
  );
  const lists = await Promise.all(
    names.sort().map((name) => import(join(HERE, name)) as Promise<{ pictures?: Picture[] }>),
  );
  return lists
    .flatMap(({ pictures = [] }) => pictures)
    .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .filter((picture) => listTasks(picture).length > 0);
}

/** What to take, and where it goes. */
interface Task {
  picture: Picture;
  look: Look;
  path: string;
}

function listTasks(picture: Picture): Task[] {
  if (!forReadme) {
    return looksOf(picture).map((look) => ({
      ...{ picture, look, path: join(OUT, fileNameOf(picture.name, look)) },
    }));
  }
  const path = join(README, `${picture.name}.png`);
  return picture.isInReadme === true ? [{ picture, look: DEFAULT_LOOK, path }] : [];
}

function looksOf({ languages = ["en"], widths = [1440] }: Picture): Look[] {
  return widths.flatMap((width) =>
    languages.flatMap((language) =>
      (["light", "dark"] as const).map((theme) => ({
        ...{ theme, language, width },
        height: width < 600 ? 740 : 900,
      })),
    ),
  );
}

/** `history-filtered-dark-fr-360`; what is usual is left out. */
function fileNameOf(name: string, { theme, language, width }: Look): string {
  const unusual = [language === "en" ? [] : [language], width === 1440 ? [] : [`${width}`]].flat();
  return `${[name, theme, ...unusual].join("-")}.png`;
}

/** A server, and who is signed in there: nobody may sign in as often as there are pictures. */
interface Shown {
  server: TestServer;
  sessions: Sessions;
}

async function show({ data = "demo", startCompanion }: Picture): Promise<Shown> {
  return { server: await startTestServer({ data, startCompanion }), sessions: new Map() };
}

/** Takes one picture; answers what went wrong on the page. */
async function take(
  browser: Browser,
  { server, sessions }: Shown,
  { picture, look, path: file }: Task,
): Promise<string[]> {
  const pages = new Pages(browser, server, sessions);
  try {
    const { path, as, prepare, allow = [] } = picture;
    const address = typeof path === "string" ? path : await path(server);
    const page = await pages.open(address, { ...look, ...(as === undefined ? {} : { as }) });
    page.faults.allow(...allow);
    if (prepare === undefined) await waitUntilQuiet(page);
    else await prepare(page, server);
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate(() => document.fonts.ready.then(() => null));
    const faults = pages.listFaults();
    await page.screenshot({ path: file });
    console.log(basename(file));
    return faults.map((fault) => `${basename(file)}: ${fault}`);
  } catch (error) {
    await pages.takePictures(join(OUT, "failed"), basename(file, ".png"));
    return [`${basename(file)}: ${error instanceof Error ? error.message : error}`];
  } finally {
    await pages.close();
  }
}

/** Until the page has what it asks for at its start. */
async function waitUntilQuiet(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
}

/** Pictures that leave the data alone share a server. */
function groupByServer(pictures: readonly Picture[]): Picture[][] {
  const shared = new Map<string, Picture[]>();
  for (const picture of pictures.filter(({ alone }) => alone !== true)) {
    const server = `${picture.data ?? "demo"} ${picture.startCompanion?.name}`;
    shared.set(server, [...(shared.get(server) ?? []), picture]);
  }
  const alone = pictures.filter((picture) => picture.alone === true);
  return [...shared.values(), ...alone.map((picture) => [picture])];
}

/** Takes the pictures of a group, on one server, or each on a new one where pictures change the data. */
async function takeGroup(browser: Browser, group: readonly Picture[]): Promise<string[]> {
  const [first] = group;
  if (first === undefined) return [];
  const faults: string[] = [];
  let shown = await show(first);
  try {
    for (const [at, task] of group.flatMap(listTasks).entries()) {
      if (first.alone === true && at > 0) {
        await shown.server.stop();
        shown = await show(first);
      }
      faults.push(...(await take(browser, shown, task)));
    }
  } finally {
    await shown.server.stop();
  }
  return faults;
}

const forReadme = process.argv.includes("--readme");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
mkdirSync(forReadme ? README : OUT, { recursive: true });
const browser = await launchChromium();
try {
  for (const group of groupByServer(await listPictures(wanted))) {
    for (const fault of await takeGroup(browser, group)) {
      console.error(fault);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}
