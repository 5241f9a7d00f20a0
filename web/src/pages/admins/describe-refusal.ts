import type { Language } from "#contract/language.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import type { Translate } from "../../i18n/messages.ts";
import { describeError } from "../../ui/describe-error.ts";
import type { en } from "./messages.en.ts";

const BY_CODE: Readonly<Record<string, "lastAdmin" | "adminExists" | "passwordSet">> = {
  last_admin: "lastAdmin",
  admin_exists: "adminExists",
  password_set: "passwordSet",
};

/** Why a change of who has access was refused. */
export function describeRefusal(
  error: unknown,
  t: Translate<typeof en>,
  language: Language,
): string {
  const key = error instanceof ApiProblem ? BY_CODE[error.code] : undefined;
  return key === undefined ? describeError(error, language) : t(key);
}
