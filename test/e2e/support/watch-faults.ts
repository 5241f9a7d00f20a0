import type { BrowserContext, ConsoleMessage } from "playwright-core";

/** The browser's own line about an answer that says no. Those are judged by their status, not by this line. */
const ANSWER_LINE = /^Failed to load resource: the server responded with a status of \d+/;
/** Answers that say the page asked wrongly; others below 500 (not found, conflict, invalid input) are part of its work. */
const WRONG_CALLS = [400, 405, 406, 415, 431];

export interface Faults {
  /** Faults that the test brings about on purpose, such as a server that is down. */
  allow(...patterns: RegExp[]): void;
  /** What went wrong so far and is not allowed, one line each. */
  list(): string[];
}

/**
 * Collects what must never happen on any page: violations of the content security policy, errors on the console,
 * uncaught errors, requests to hosts other than `origins`, answers that say the server or the page is broken.
 */
export async function watchFaults(
  context: BrowserContext,
  origins: readonly string[],
): Promise<Faults> {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(
        `Content security policy: ${event.violatedDirective} refused ${event.blockedURI || "inline"}`,
        `${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error" && !ANSWER_LINE.test(message.text())) {
      found.push(`console: ${message.text()}${placeOf(message)}`);
    }
  });
  context.on("weberror", (error) => {
    found.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && !origins.includes(url.origin)) {
      found.push(`request to another host: ${request.url()}`);
    }
  });
  context.on("response", (response) => {
    const status = response.status();
    if (status < 500 && !WRONG_CALLS.includes(status)) return;
    found.push(`${response.request().method()} ${response.url()} answered ${status}`);
  });
  return {
    allow: (...patterns) => void allowed.push(...patterns),
    list: () => found.filter((line) => !allowed.some((pattern) => pattern.test(line))),
  };
}

function placeOf(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return url === "" ? "" : ` (${url}:${lineNumber})`;
}
