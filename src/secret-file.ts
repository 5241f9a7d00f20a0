import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret of an embedded installation: made on first start, kept in the data directory, readable by the owner
 * alone. It goes with the data: a copy of the folder is a whole copy.
 */
export function keepSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "secret");
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, "utf8").trim();
  if (Buffer.byteLength(secret) < 32) {
    throw new Error(
      `The file ${path} does not hold a secret of 32 bytes or more. Restore it from your backup, or set MUSTER_SECRET.`,
    );
  }
  return secret;
}

/** Written whole under another name first, so that two starts at once agree on one secret. */
function makeSecret(path: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}
