import { STATUS_CODES } from "node:http";
import { Type } from "typebox";
import type { ErrorPlace, RefusalSubjects } from "../engine/engine-error.ts";

export const PROBLEM_MEDIA_TYPE = "application/problem+json; charset=utf-8";

/** An error answer, RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: ErrorPlace[];
  subjects?: RefusalSubjects;
}

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: "urn:muster:problem: and the code" }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({
      description: "What is wrong and what to do, for the person who reads it.",
    }),
    code: Type.String({ description: "Stable, for programs." }),
    requestId: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          file: Type.Optional(Type.String()),
          line: Type.Optional(Type.Integer()),
          column: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
          pointer: Type.Optional(Type.String()),
          message: Type.String(),
          fault: Type.Optional(Type.String({ description: "What is wrong, for programs." })),
          most: Type.Optional(Type.Integer({ description: "The limit that is exceeded." })),
        }),
      ),
    ),
    subjects: Type.Optional(
      Type.Object(
        {
          holder: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
          ring: Type.Optional(Type.Array(Type.String())),
          limit: Type.Optional(Type.Integer()),
        },
        { description: "Whom or what the refusal names: a holder, the ring of a loop, a limit." },
      ),
    ),
  },
  { description: "An error (RFC 9457)." },
);

/** What the error handler knows of a refusal before it is written out. */
export interface Refusal {
  status: number;
  code: string;
  detail: string;
  errors?: ErrorPlace[];
  subjects?: RefusalSubjects;
}

/** The places named are limited: a body with a thousand faults has a thousand of one kind. */
const MOST_PLACES = 20;

/** Writes a refusal as a problem document. */
export function toProblem(refusal: Refusal, requestId: string): Problem {
  const errors = refusal.errors?.slice(0, MOST_PLACES) ?? [];
  return {
    type: `urn:muster:problem:${refusal.code}`,
    title: STATUS_CODES[refusal.status] ?? "Error",
    status: refusal.status,
    detail: refusal.detail,
    code: refusal.code,
    requestId,
    ...(errors.length > 0 ? { errors } : {}),
    ...(Object.keys(refusal.subjects ?? {}).length > 0 ? { subjects: refusal.subjects } : {}),
  };
}
