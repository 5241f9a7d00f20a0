/** Where an input is wrong, as the server says it. */
export interface ProblemPlace {
  file?: string;
  line?: number;
  column?: number | string;
  pointer?: string;
  /** In English, for programs and logs. */
  message: string;
  /** What is wrong, by a code that the contract has words for. */
  fault?: string;
  /** The limit that is exceeded. */
  most?: number;
}

/** Whom or what a refusal is about. */
export interface ProblemSubjects {
  holder?: { id: string; name: string };
  ring?: string[];
  limit?: number;
}

/** A refusal by the server: its problem document (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable, for programs; people are shown words for it. */
  readonly code: string;
  /** The server's own words, in English. */
  readonly detail: string;
  readonly requestId: string | null;
  readonly places: readonly ProblemPlace[];
  readonly retryAfterSeconds: number | null;
  /** Whom or what the refusal names, such as who holds an address already. */
  readonly subjects: ProblemSubjects;

  constructor(status: number, document: Readonly<Record<string, unknown>>, headers: Headers) {
    const detail = typeof document.detail === "string" ? document.detail : "";
    super(detail === "" ? `The server answered ${status}.` : detail);
    this.name = "ApiProblem";
    this.status = status;
    this.code = typeof document.code === "string" ? document.code : "unknown";
    this.detail = detail;
    this.requestId =
      typeof document.requestId === "string" ? document.requestId : headers.get("x-request-id");
    this.places = Array.isArray(document.errors) ? (document.errors as ProblemPlace[]) : [];
    this.subjects = (document.subjects ?? {}) as ProblemSubjects;
    const wait = Number(headers.get("retry-after"));
    this.retryAfterSeconds = Number.isFinite(wait) && wait > 0 ? wait : null;
  }

  /** What is wrong with one field of a form, by its name in the body: `email`, `thresholds/users`. */
  placeOf(field: string): ProblemPlace | null {
    return this.places.find(({ pointer }) => pointer === `/${field}`) ?? null;
  }
}

/** No answer came: the server is down or does not answer, or this computer is offline. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super("The server did not answer.", { cause });
    this.name = "ServerUnreachable";
  }
}

/** Whether an error is a refusal with this status. */
export function isProblem(error: unknown, status: number): error is ApiProblem {
  return error instanceof ApiProblem && error.status === status;
}
