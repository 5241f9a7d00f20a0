import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { contextOptionsOf, DEFAULT_LOOK, type Look } from "./look.ts";
import type { SignIn, TestServer } from "./test-server.ts";
import { type Faults, watchFaults } from "./watch-faults.ts";

type StorageState = Exclude<BrowserContextOptions["storageState"], string | undefined>;

/** Who is signed in on a server, by address. */
export type Sessions = Map<string, StorageState>;

export interface OpenOptions extends Partial<Look> {
  /** Who is signed in: the first admin unless said otherwise, `null` for nobody. */
  as?: SignIn | null;
  timeZone?: string;
}

/** A page, and what is watched on it. */
export interface OpenedPage extends Page {
  faults: Faults;
}

/** The browser windows of one test: each opened page is a person of its own, with cookies of their own. */
export class Pages {
  readonly #browser: Browser;
  readonly #server: TestServer;
  readonly #contexts: { context: BrowserContext; faults: Faults }[] = [];
  /** Sessions by address, so that each person signs in once a test file; hashing passwords is slow by design. */
  readonly #sessions: Sessions;

  constructor(browser: Browser, server: TestServer, sessions: Sessions = new Map()) {
    this.#browser = browser;
    this.#server = server;
    this.#sessions = sessions;
  }

  /** Opens an address of the server in a window of its own. */
  async open(path: string, options: OpenOptions = {}): Promise<OpenedPage> {
    const { as = this.#server.admin, timeZone = "UTC", ...look } = options;
    const context = await this.#browser.newContext({
      ...contextOptionsOf({ ...DEFAULT_LOOK, ...look }),
      baseURL: this.#server.url,
      timezoneId: timeZone,
      reducedMotion: "reduce",
      ...(as === null ? {} : { storageState: await this.#signIn(as) }),
    });
    context.setDefaultTimeout(20_000);
    const faults = await watchFaults(context, this.#server.origins);
    this.#contexts.push({ context, faults });
    const page = Object.assign(await context.newPage(), { faults });
    await page.goto(path);
    return page;
  }

  /** Every fault on every page so far. */
  listFaults(): string[] {
    return this.#contexts.flatMap(({ faults }) => faults.list());
  }

  /** Pictures of the open pages, to see what a failed test saw. */
  async takePictures(folder: string, name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const pages = this.#contexts.flatMap(({ context }) => context.pages());
    for (const [at, page] of pages.entries()) {
      const path = join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}-${at + 1}.png`);
      await page.screenshot({ path, timeout: 5000 }).catch(() => {});
    }
  }

  async close(): Promise<void> {
    for (const { context } of this.#contexts.splice(0)) await context.close();
  }

  async #signIn({ email, password }: SignIn): Promise<StorageState> {
    const known = this.#sessions.get(email);
    if (known !== undefined) return known;
    const context = await this.#browser.newContext({ baseURL: this.#server.url });
    const answer = await context.request.post("/api/auth/sign-in", {
      headers: { origin: new URL(this.#server.url).origin },
      data: { email, password },
    });
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`);
    const state = await context.storageState();
    await context.close();
    this.#sessions.set(email, state);
    return state;
  }
}
