import { once } from "node:events";
import { EXIT } from "./exit-codes.ts";

/** Writes to standard output, as fast as its reader takes it. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Writes one line, or several, to standard output. */
export async function print(...lines: string[]): Promise<void> {
  await write(lines.map((line) => `${line}\n`).join(""));
}

/** Writes one line to standard error: progress and warnings, which are not what was asked for. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes an answer as JSON, for scripts. */
export async function printJson(value: unknown): Promise<void> {
  await print(JSON.stringify(value, null, 2));
}

/** A reader that has had enough (`muster syncs | head`) ends the command quietly. */
export function endWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed);
    });
  }
}

/** A server goes on when the terminal that started it is gone. */
export function goOnWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners("error");
    stream.on("error", () => {});
  }
}
