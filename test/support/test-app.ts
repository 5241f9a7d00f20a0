import { randomUUID } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import type { Config } from "../../src/config.ts";
import type { AdminRole } from "../../src/contract/account.ts";
import { type Database, withTransaction } from "../../src/db/database.ts";
import { addAccount } from "../../src/engine/accounts.ts";
import { systemActor } from "../../src/engine/actor.ts";
import { addApiKey } from "../../src/engine/api-keys.ts";
import { createWorkspace } from "../../src/engine/create-workspace.ts";
import { hashPassword } from "../../src/engine/passwords.ts";
import { type App, type AppDependencies, buildApp } from "../../src/http/app.ts";
import { openTestDatabase } from "./test-database.ts";

/** One workspace and a key of each scope. */
export interface TestWorkspace {
  id: number;
  sourceId: number;
  keys: { read: string; push: string; readWrite: string };
}

export interface TestApp {
  app: App;
  database: Database;
  config: Config;
  workspace: TestWorkspace;
  /** A second workspace, whose data must never show in the first. */
  other: TestWorkspace;
  /** Sends a request with the first workspace's read-write key, or with the `key` given (`null` = none). */
  call(method: Method, url: string, options?: CallOptions): Promise<LightMyRequestResponse>;
  /** Signs in as a new admin of the first workspace; answers the headers of a browser's call. */
  signIn(role?: AdminRole): Promise<BrowserHeaders>;
  close(): Promise<void>;
}

/** What a browser sends from a page of the server. A type, not an interface: it is passed on as plain headers. */
export type BrowserHeaders = { cookie: string; origin: string; host: string };

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export interface CallOptions {
  key?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

export const TEST_PASSWORD = "correct horse battery";

let passwordHash: Promise<string> | undefined;
/** Hashing is slow by design: once per test file. */
function testPasswordHash(): Promise<string> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  return passwordHash;
}

/** Signs in through the application; throws unless it worked. */
export async function signInAs(app: App, email: string, password: string): Promise<BrowserHeaders> {
  const answer = await app.inject({
    method: "POST",
    url: "/api/auth/sign-in",
    payload: { email, password },
  });
  if (answer.statusCode !== 204)
    throw new Error(`Sign-in answered ${answer.statusCode}: ${answer.body}`);
  return browserHeaders(answer);
}

/** The headers of a browser that was given a session by this answer. */
export function browserHeaders(answer: LightMyRequestResponse): BrowserHeaders {
  const cookie = answer.cookies
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join("; ");
  return { cookie, origin: "http://muster.test", host: "muster.test" };
}

/** A configuration for tests, as if read from an empty environment. */
export function testConfig(changes: Partial<Config> = {}): Config {
  return {
    databaseUrl: undefined,
    dataDir: "",
    host: "127.0.0.1",
    port: 0,
    publicUrl: undefined,
    secret: "a secret for tests that is long enough",
    logLevel: "silent",
    smtpUrl: undefined,
    productName: "Muster",
    maxUploadBytes: 64 * 1024 * 1024,
    bootstrap: null,
    oidc: null,
    ...changes,
  };
}

/** Adds a workspace with a key of each scope. */
export async function addTestWorkspace(database: Database, name: string): Promise<TestWorkspace> {
  const workspace = await createWorkspace(database, { name, product: "Muster" });
  const issue = (scope: "read" | "push" | "read_write") =>
    withTransaction(database, (transaction) =>
      addApiKey(transaction, systemActor(workspace.id), {
        name: `${name} ${scope}`,
        scope,
        expiresAt: null,
      }),
    );
  const keys = {
    read: (await issue("read")).key,
    push: (await issue("push")).key,
    readWrite: (await issue("read_write")).key,
  };
  return { ...workspace, keys };
}

/** A database of its own with two workspaces, and the application on it, not listening: use `app.inject` or `call`. */
export async function startTestApp(
  changes: Partial<Omit<AppDependencies, "database">> = {},
): Promise<TestApp> {
  const database = await openTestDatabase();
  const config = changes.config ?? testConfig();
  const app = await buildApp({ ...changes, database, config });
  const workspace = await addTestWorkspace(database, "Acme");
  const other = await addTestWorkspace(database, "Other");
  return {
    ...{ app, database, config, workspace, other },
    call(method, url, options = {}) {
      const key = options.key === undefined ? workspace.keys.readWrite : options.key;
      return app.inject({
        method,
        url,
        headers: {
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...options.headers,
        },
        ...(options.body === undefined ? {} : { payload: options.body as object }),
      });
    },
    async signIn(role = "admin") {
      const email = `${role}-${randomUUID()}@example.com`;
      const passwordHash = await testPasswordHash();
      await withTransaction(database, (transaction) =>
        addAccount(
          transaction,
          systemActor(workspace.id),
          { name: `Ada ${role}`, email, passwordHash },
          role,
        ),
      );
      return signInAs(app, email, TEST_PASSWORD);
    },
    async close() {
      await app.close();
      await database.close();
    },
  };
}
