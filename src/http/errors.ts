import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { InputError, type InputProblem } from "../core/input/input-error.ts";
import { EngineError, type ErrorPlace, RetryLaterError } from "../engine/engine-error.ts";
import { PROBLEM_MEDIA_TYPE, type Refusal, toProblem } from "./problem.ts";

/** Fastify's own refusals, by its code, in our words. */
const FRAMEWORK_REFUSALS: Record<string, Omit<Refusal, "errors">> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refusal(
    415,
    "unsupported_media_type",
    "This call does not take a body of that Content-Type.",
  ),
  FST_ERR_CTP_BODY_TOO_LARGE: refusal(
    413,
    "body_too_large",
    "The body is larger than this call takes.",
  ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refusal(
    400,
    "malformed_body",
    "The body is shorter or longer than its Content-Length says.",
  ),
  FST_ERR_CTP_INVALID_JSON_BODY: refusal(400, "malformed_json", "The body is not valid JSON."),
  FST_ERR_BAD_URL: refusal(
    400,
    "malformed_url",
    "The address holds a percent sign that is no valid escape.",
  ),
  FST_ERR_MAX_PARAM_LENGTH: refusal(404, "not_found", "There is nothing at this address."),
};

function refusal(status: number, code: string, detail: string): Refusal {
  return { status, code, detail };
}

/** Answers every error as `application/problem+json`; what is not the caller's fault is logged and told without details. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = asRefusal(error);
  if (error instanceof RetryLaterError) reply.header("retry-after", error.retryAfterSeconds);
  if (known === null) {
    request.log.error({ err: error }, "request failed");
  }
  sendProblem(
    reply,
    known ??
      refusal(
        500,
        "internal_error",
        "Something went wrong on the server. Its log has the details under this requestId.",
      ),
  );
}

/** Sends one problem document. */
export function sendProblem(reply: FastifyReply, problem: Refusal): FastifyReply {
  reply.request.problemCode = problem.code;
  return reply
    .code(problem.status)
    .type(PROBLEM_MEDIA_TYPE)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(toProblem(problem, reply.request.id));
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof EngineError) {
    const { status, code, message: detail, places: errors, subjects } = error;
    return { status, code, detail, errors, subjects };
  }
  if (error instanceof InputError) {
    const errors = error.errors.map(toPlace);
    return { status: error.status, code: error.code, detail: error.message, errors };
  }
  if (!(error instanceof Error)) return null;
  const { code, validation, validationContext, statusCode } = error as Partial<FastifyError>;
  if (validation !== undefined) return describeInvalid(validation, validationContext ?? "body");
  const own = FRAMEWORK_REFUSALS[code ?? ""];
  if (own !== undefined) return own;
  if (statusCode === 400 && error instanceof SyntaxError) {
    return refusal(400, "malformed_json", `The body is not valid JSON: ${error.message}.`);
  }
  if (statusCode === 413)
    return refusal(413, "body_too_large", "The body is larger than this call takes.");
  if (statusCode === 415) return refusal(415, "unsupported_media_type", error.message);
  if (statusCode === 400) return refusal(400, "bad_request", error.message);
  return null;
}

/** Where an input is wrong. A column is shown as its sender wrote it, or as the place of a character. */
function toPlace({ column, ...place }: InputProblem): ErrorPlace {
  return column === undefined ? place : { ...place, column };
}

/** A schema violation: of the body 422; of the query 400; a path that cannot be names nothing, 404. */
function describeInvalid(
  validation: NonNullable<FastifyError["validation"]>,
  part: string,
): Refusal {
  if (part === "params") return refusal(404, "not_found", "There is nothing at this address.");
  const errors = validation.map(describeViolation);
  const status = part === "body" ? 422 : 400;
  const where =
    { body: "The body", querystring: "The query", headers: "A header" }[part] ?? "The request";
  const first = errors[0];
  const detail =
    `${where} is not as this call takes it: ${first?.pointer ?? ""} ${first?.message ?? ""}.`.replace(
      /\s+/g,
      " ",
    );
  return { status, code: "invalid_request", detail, errors };
}

function describeViolation(violation: NonNullable<FastifyError["validation"]>[number]): ErrorPlace {
  const { missingProperty, additionalProperty, allowedValue, allowedValues } =
    violation.params as Record<string, unknown>;
  const name = missingProperty ?? additionalProperty;
  const pointer =
    name === undefined
      ? violation.instancePath
      : `${violation.instancePath}/${escapePointer(String(name))}`;
  if (missingProperty !== undefined) return { pointer, message: "is missing" };
  if (additionalProperty !== undefined) return { pointer, message: "is not known here" };
  if (allowedValues !== undefined)
    return { pointer, message: `must be one of ${(allowedValues as unknown[]).join(", ")}` };
  if (allowedValue !== undefined)
    return { pointer, message: `must be ${JSON.stringify(allowedValue)}` };
  return { pointer, message: violation.message ?? "is not valid" };
}

/** RFC 6901, section 3. */
function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
