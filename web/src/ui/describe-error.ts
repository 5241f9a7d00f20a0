import { faultLabel } from "#contract/field-faults.ts";
import type { Language } from "#contract/language.ts";
import { ApiProblem, ServerUnreachable } from "../api/api-problem.ts";
import { type ErrorKey, errorMessages } from "./error-messages.ts";

const BY_STATUS: Readonly<Record<number, ErrorKey>> = {
  400: "refused",
  403: "forbidden",
  404: "gone",
  409: "conflict",
  413: "tooLarge",
  422: "invalid",
  429: "tooMany",
  503: "busy",
};

const BY_CODE: Readonly<Record<string, ErrorKey>> = {
  email_taken: "emailTaken",
  wrong_password: "wrongPassword",
  not_waiting: "notWaiting",
  not_cancellable: "notCancellable",
  sync_pending: "syncPending",
  input_expired: "inputExpired",
  database_unavailable: "busy",
};

/** What went wrong, in words for people and in their language. The server's own words are English, for programs. */
export function describeError(error: unknown, language: Language): string {
  const words = errorMessages[language];
  if (error instanceof ServerUnreachable) return words.unreachable;
  if (!(error instanceof ApiProblem)) return words.unknown;
  const key = BY_CODE[error.code] ?? BY_STATUS[error.status];
  return key === undefined ? words.server : words[key];
}

/** Whether it is certain that nothing was changed: a refusal changes nothing, silence tells nothing. */
export function hasChangedNothing(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500;
}

/** What is wrong with one field of a form, for its `error`; `null` when the refusal does not name it. */
export function describeFieldError(
  error: unknown,
  field: string,
  language: Language,
): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const place = error.placeOf(field);
  if (place === null) return null;
  const words = place.fault === undefined ? null : faultLabel(place.fault, language, place.most);
  return words ?? errorMessages[language].invalidField;
}
