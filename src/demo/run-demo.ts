import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeLimit } from "../cli/text/words.ts";
import type { Config } from "../config.ts";
import type { Sync } from "../contract/sync.ts";
import { applyRetention } from "../engine/retention.ts";
import { type Running, type RunningServer, startServer } from "../server.ts";
import { DemoClient } from "./demo-client.ts";
import { createOrganisation } from "./organisation.ts";
import { createRandom } from "./random.ts";
import { Stage } from "./stage.ts";
import { CHAPTERS } from "./story.ts";
import { StoryClock } from "./story-clock.ts";

export interface DemoOptions {
  /** Where to listen and how to log; its database and set-up are replaced by throw-away ones. */
  config: Config;
  print(line: string): void;
  seed?: number;
}

/** A filled server, on a database that goes away with it. */
export interface RunningDemo extends Running {
  /** Where browsers reach it. */
  url: string;
  server: RunningServer;
  signIn: { email: string; password: string };
  apiKey: string;
}

const WORKSPACE = "Northwind";
const ADMIN_EMAIL = "admin@northwind.example";

/**
 * Starts the server on a throw-away database, plays six weeks of pushes through its HTTP interface and prints how to get
 * in. The caller stops it; the database is removed then.
 */
export async function runDemo({ config, print, seed }: DemoOptions): Promise<RunningDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), "muster-demo-"));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  // Also when the process ends without stopping in order.
  process.once("exit", removeData);
  const signIn = { email: ADMIN_EMAIL, password: makePassword() };
  const apiKey = `mus_${randomBytes(24).toString("base64url")}`;
  let server: RunningServer | undefined;
  const stop = async () => {
    await server?.stop();
    process.removeListener("exit", removeData);
    removeData();
  };
  try {
    const bootstrap = { workspaceName: WORKSPACE, admin: signIn, apiKey };
    server = await startServer({ ...config, databaseUrl: undefined, dataDir, bootstrap }, () => {});
    print("Playing six weeks of syncs at a made-up company …");
    await playStory(server, signIn, seed);
    const reader = DemoClient.withKey(server.address, apiKey);
    const last = (await reader.listSyncs()).at(-1);
    for (const line of describeDemo(server.url, signIn, apiKey, last)) print(line);
    return { url: server.url, server, signIn, apiKey, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Plays the story on a server that was just set up, as its admin, and gives it its times. */
export async function playStory(
  { address, database }: RunningServer,
  { email, password }: { email: string; password: string },
  seed = 2024,
): Promise<void> {
  const admin = await DemoClient.signIn(address, email, password);
  const { id, key } = await admin.call<{ id: string; key: string }>("POST", "/api-keys", {
    name: "HR system",
    scope: "push",
  });
  const clock = new StoryClock();
  const stage = new Stage({
    organisation: createOrganisation(seed),
    random: createRandom(seed + 1),
    hr: DemoClient.withKey(address, key),
    ...{ clock, database, admin },
  });
  for (const playChapter of CHAPTERS) await playChapter(stage);
  // Reading what was asked with the key has the server write what it still had to, before times are given.
  await admin.call("GET", `/api-keys/${id}/requests`);
  await clock.rewrite(database);
  // What is old by now is treated as any old data is: inputs go, and people deleted long ago are erased.
  await applyRetention(database);
}

function describeDemo(
  url: string,
  signIn: { email: string; password: string },
  apiKey: string,
  last: Sync | undefined,
): string[] {
  return [
    "",
    `Open     ${url}`,
    `Sign in  ${signIn.email}  ${signIn.password}`,
    `API key  ${apiKey}`,
    "",
    "Push a sample yourself, from the folder of this project:",
    `  curl -H "Authorization: Bearer ${apiKey}" -F members=@examples/members.csv '${url}/api/v1/provisioning/csv?dryRun=true'`,
    "",
    ...(last === undefined ? [] : describeSync(last)),
    "",
    "Nothing is kept: the data goes when this command ends (Ctrl+C).",
  ];
}

function describeSync({
  number,
  status,
  phase,
  updates,
  issues,
  thresholds,
  source,
}: Sync): string[] {
  const applied = phase === "awaiting_approval" ? "" : `, ${updates.applied} applied`;
  const shown = phase === "awaiting_approval" ? "needs approval" : status;
  return [
    `Last sync: #${number} from ${source.name}, ${shown}`,
    `  Updates  ${updates.planned} planned${applied}`,
    `  Issues   ${issues.total} (impacted users: ${issues.impactedUsers}, teams: ${issues.impactedTeams})`,
    ...thresholds.map((limit) => `  Limit    ${describeLimit(limit)}`),
  ];
}

/** Four groups of letters and digits: long enough, and easy to type. */
function makePassword(): string {
  return randomBytes(20)
    .toString("hex")
    .slice(0, 20)
    .replace(/(.{5})(?=.)/g, "$1-");
}
