import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import { deleteExpiredSignIn } from "./db/queries/sign-in.ts";
import { applySync } from "./engine/apply/apply-sync.ts";
import { deliverMail } from "./engine/deliver-mail.ts";
import { planSync } from "./engine/plan/plan-sync.ts";
import { applyRetention } from "./engine/retention.ts";
import { openSmtpTransport } from "./engine/smtp-transport.ts";
import { startWorker } from "./engine/worker.ts";

const MAIL_EVERY_MS = 5000;
const CLEAN_EVERY_MS = 3600_000;

/** Starts what runs beside the calls: syncs, mail, and clearing what has run out. Safe in several processes at once. */
export function startBackgroundJobs(
  database: Database,
  config: Config,
  publicUrl: string | null,
  log: Logger,
): { stop(): Promise<void> } {
  const jobs = [
    startWorker(database, { steps: { plan: planSync, apply: applySync }, log }),
    repeat(CLEAN_EVERY_MS, log, "retention", () => applyRetention(database)),
    repeat(CLEAN_EVERY_MS, log, "clearing sign-in", () => deleteExpiredSignIn(database)),
  ];
  const transport =
    config.smtpUrl === undefined ? null : openSmtpTransport(config.smtpUrl, config.productName);
  if (transport !== null && publicUrl !== null) {
    const delivery = { transport, publicUrl, productName: config.productName };
    jobs.push(repeat(MAIL_EVERY_MS, log, "sending mail", () => deliverMail(database, delivery)));
  }
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()));
      transport?.close();
    },
  };
}

/** Runs `work` now and again after each pause; a failure is logged and tried again. `stop` waits for the run at hand. */
function repeat(
  pauseMs: number,
  log: Logger,
  name: string,
  work: () => Promise<unknown>,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = run();
  async function run(): Promise<void> {
    await work().catch((error: unknown) => log.error({ err: error }, `${name} failed`));
    if (stopped) return;
    timer = setTimeout(() => {
      current = run();
    }, pauseMs);
  }
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
