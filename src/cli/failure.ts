import { EXIT, type ExitCode } from "./exit-codes.ts";
import { cleanText } from "./text/clean-text.ts";

/** One place that is wrong, as a problem document names it. */
export interface Place {
  file?: string;
  line?: number;
  /** Position in the line, or the name of a CSV column. */
  column?: number | string;
  pointer?: string;
  message: string;
}

/** What the server says of a refusal (RFC 9457). */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  requestId?: string;
  errors?: Place[];
}

/** Why a command ends without doing what it was asked. The message is for the person at the terminal. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  readonly problem: Problem | null;

  constructor(message: string, exitCode: ExitCode = EXIT.failed, problem: Problem | null = null) {
    super(message);
    this.name = "Failure";
    this.exitCode = exitCode;
    this.problem = problem;
  }
}

/** A refusal by the server, with what helps where the command line knows more than the server. */
export function refused(problem: Problem, hint: string | null = null): Failure {
  const places = problem.errors ?? [];
  const lines = places.map((place) => `  ${formatPlace(place)}`);
  // One place often says all that the detail says.
  if (places.length === 1 && places[0]?.message === problem.detail) lines[0] = lines[0]!.trim();
  else lines.unshift(problem.detail);
  if (hint !== null) lines.push(hint);
  if (problem.status >= 500 && problem.requestId !== undefined) {
    lines.push(`Request id: ${problem.requestId}`);
  }
  return new Failure(lines.map(cleanText).join("\n"), EXIT.failed, problem);
}

/** `people.csv:12:5  The email is not valid.`, as editors and terminals open it. */
export function formatPlace({ file, line, column, pointer, message }: Place): string {
  const position = typeof column === "number" ? column : undefined;
  const parts = [file, line, position].filter((part) => part !== undefined);
  const where = parts.length > 0 ? parts.join(":") : (pointer ?? "");
  const named = typeof column === "string" && !message.includes(column) ? `${column}: ` : "";
  return where === "" ? named + message : `${where}  ${named}${message}`;
}

/** What to print of any error: a failure's own words, and never a stack. */
export function describeError(error: unknown): { message: string; exitCode: ExitCode } {
  if (error instanceof Failure) return { message: error.message, exitCode: error.exitCode };
  if (!(error instanceof Error)) return { message: String(error), exitCode: EXIT.failed };
  const exitCode = error.name === "ConfigError" ? EXIT.usage : EXIT.failed;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    const { port } = error as { port?: number };
    const message = `Port ${port} is taken by another program. Stop that one, or set MUSTER_PORT to another port.`;
    return { message, exitCode };
  }
  return { message: error.message, exitCode };
}
