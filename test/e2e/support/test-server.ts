import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AdminRole } from "../../../src/contract/account.ts";
import type { Sync } from "../../../src/contract/sync.ts";
import { withTransaction } from "../../../src/db/database.ts";
import { DemoClient } from "../../../src/demo/demo-client.ts";
import { addAccount } from "../../../src/engine/accounts.ts";
import { systemActor } from "../../../src/engine/actor.ts";
import { hashPassword } from "../../../src/engine/passwords.ts";
import { type RunningServer, startServer } from "../../../src/server.ts";
import { ADMIN, API_KEY, type DataName, prepareData, serverConfig } from "./prepare-data.ts";
import { preparePages } from "./prepare-pages.ts";

export interface SignIn {
  email: string;
  password: string;
}

/** Text of the files of a push, by part. */
export interface CsvTexts {
  members?: string;
  teams?: string;
  teamsMappings?: string;
}

/** The real server, with the built pages, on a copy of prepared data. */
export interface TestServer extends RunningServer {
  admin: SignIn;
  apiKey: string;
  /** The hosts that its pages may talk to: itself, and its companion. */
  origins: readonly string[];
  /** Calls the API as the signed-in admin; not with data `new`, where there is none. */
  client: DemoClient;
  /** Calls the API with the API key, as a push script does. */
  script: DemoClient;
  /** Pushes CSV with the API key and waits until the sync is done or waits for a decision. */
  pushCsv(texts: CsvTexts, query?: string): Promise<Sync>;
  /** Another account that signs in; its password is the admin's. */
  addAccount(name: string, role: AdminRole): Promise<SignIn>;
}

/** Something that the server works with, such as a provider of sign-ins. Started before it, stopped after it. */
export interface Companion {
  /** `MUSTER_` variables that make the server know it. */
  env: Record<string, string>;
  /** Where it is: pages may send the browser there. */
  origin: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  data?: DataName;
  /** `MUSTER_` variables of the server. */
  env?: Record<string, string>;
  startCompanion?: (() => Promise<Companion>) | undefined;
}

/** Starts a server for one test file; `stop` removes its data. */
export async function startTestServer({
  data = "demo",
  env = {},
  startCompanion,
}: ServerOptions = {}): Promise<TestServer> {
  const [pagesDir, prepared] = [await preparePages(), await prepareData(data)];
  const companion = await startCompanion?.();
  const folder = mkdtempSync(join(tmpdir(), "muster-e2e-"));
  cpSync(prepared, folder, { recursive: true });
  const server = await startServer(
    serverConfig(folder, { ...env, ...companion?.env }),
    () => {},
    pagesDir,
  );
  const script = DemoClient.withKey(server.address, API_KEY);
  const client =
    data === "new"
      ? new DemoClient(server.address, {})
      : await DemoClient.signIn(server.address, ADMIN.email, ADMIN.password);
  return {
    ...server,
    ...{ admin: ADMIN, apiKey: API_KEY, client, script },
    origins: [new URL(server.url).origin, ...(companion === undefined ? [] : [companion.origin])],
    async pushCsv(texts, query = "") {
      const accepted = await pushTexts(server.address, texts, query);
      return script.settle(accepted.id);
    },
    async addAccount(name, role) {
      const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}@northwind.example`;
      const passwordHash = await hashPassword(ADMIN.password);
      const { rows } = await server.database.query<{ id: number }>("select id from workspaces");
      await withTransaction(server.database, (transaction) =>
        addAccount(transaction, systemActor(rows[0]!.id), { name, email, passwordHash }, role),
      );
      return { email, password: ADMIN.password };
    },
    async stop() {
      await server.stop();
      await companion?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function pushTexts(address: string, texts: CsvTexts, query: string): Promise<Sync> {
  const form = new FormData();
  for (const [part, text] of Object.entries(texts)) {
    form.append(part, new Blob([text], { type: "text/csv" }), `${part}.csv`);
  }
  const answer = await fetch(`${address}/api/v1/provisioning/csv${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}` },
    body: form,
  });
  if (!answer.ok) throw new Error(`The push answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { sync: Sync }).sync;
}
