import type { FieldFault } from "../contract/field-faults.ts";

/** One place in an input or a request body that is wrong. */
export interface ErrorPlace {
  file?: string;
  line?: number;
  /** The place of a character in its line, or a column's name. */
  column?: number | string;
  pointer?: string;
  message: string;
  /** What is wrong, for pages that say it in their own words. */
  fault?: FieldFault;
  /** The limit that is exceeded. */
  most?: number;
}

/** What a refusal is about, for pages that say it in their own words. */
export interface RefusalSubjects {
  /** Who or what holds what was asked for. */
  holder?: { id: string; name: string };
  /** A loop, in order; its first stands again at the end. */
  ring?: string[];
  /** A limit of the workspace. */
  limit?: number;
}

/**
 * A refusal that the caller can act on, as opposed to a broken system. `code` is stable (contract); `status` is the
 * HTTP status it is answered with; `message` is written for the person who reads it.
 */
export class EngineError extends Error {
  readonly status: number;
  readonly code: string;
  readonly places: ErrorPlace[];
  readonly subjects: RefusalSubjects;

  constructor(
    status: number,
    code: string,
    message: string,
    places: ErrorPlace[] = [],
    subjects: RefusalSubjects = {},
  ) {
    super(message);
    this.name = "EngineError";
    this.status = status;
    this.code = code;
    this.places = places;
    this.subjects = subjects;
  }
}

/** 429: refused for now; `retryAfterSeconds` says when to try again. */
export class RetryLaterError extends EngineError {
  readonly retryAfterSeconds: number;

  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(429, code, message);
    this.name = "RetryLaterError";
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
  }
}

/** 404 `not_found`, also for what belongs to another workspace. */
export function notFound(what: string): EngineError {
  return new EngineError(404, "not_found", `There is no such ${what} in this workspace.`);
}
