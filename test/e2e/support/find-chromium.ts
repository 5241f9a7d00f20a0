import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** What is said, once a run, where the browser tests cannot run. */
export const NO_CHROMIUM =
  `No Chromium was found: none of ${NAMES.join(", ")} is on the PATH, and MUSTER_TEST_CHROMIUM is not set. ` +
  "Install Chromium to run the browser tests.";

/**
 * The browser of this machine: the one that `MUSTER_TEST_CHROMIUM` names, else the first found on the path. Null when
 * there is none. A name that leads nowhere is an error: it was meant to be used.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.MUSTER_TEST_CHROMIUM;
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`MUSTER_TEST_CHROMIUM names no file: ${named}`);
    return named;
  }
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) if (isProgram(join(folder, name))) return join(folder, name);
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser without what it would do for itself on the network. */
export async function launchChromium({ scrollbars = false } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's sandbox does not work for root, which containers often are.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Containers give shared memory too little room for big pages.
      "--disable-dev-shm-usage",
    ],
    ...(scrollbars ? { ignoreDefaultArgs: ["--hide-scrollbars"] } : {}),
  });
}
