import type { Language } from "#contract/language.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import type { Translate } from "../../i18n/messages.ts";
import { describeError } from "../../ui/describe-error.ts";
import type { en } from "./messages.en.ts";

type Key = Exclude<
  keyof typeof en & `refused${string}`,
  | "refusedNoSeat"
  | "refusedEmailTaken"
  | "refusedExternalIdTaken"
  | "refusedManagerLoop"
  | "refusedTeamLoop"
>;

/** Refusals that need no more words than their own. */
const PLAIN: Readonly<Record<string, Key>> = {
  last_admin: "refusedLastAdmin",
  manager_is_self: "refusedManagerSelf",
  already_active: "refusedActive",
  user_deactivated: "refusedDeactivated",
  user_deleted: "refusedDeleted",
  user_erased: "refusedErased",
  not_deactivated: "refusedNotDeactivated",
  not_deleted: "refusedNotDeleted",
  undo_window_over: "refusedUndoOver",
  no_active_source: "refusedNoSource",
  not_linked: "refusedNotLinked",
  sync_planning: "refusedPlanning",
};

/** Why a change of the directory was refused, naming who or what stands against it. */
export function describeRefusal(
  error: unknown,
  t: Translate<typeof en>,
  language: Language,
): string {
  if (!(error instanceof ApiProblem)) return describeError(error, language);
  const { holder, ring = [], limit } = error.subjects;
  const plain = PLAIN[error.code];
  if (plain !== undefined) return t(plain);
  switch (error.code) {
    case "workspace_limit_reached":
      return t("refusedNoSeat", { limit: limit ?? 0 });
    case "email_taken":
      return holder === undefined
        ? t("refusedEmailTakenBySomebody")
        : t("refusedEmailTaken", { holder: holder.name });
    case "external_id_taken":
      return holder === undefined
        ? describeError(error, language)
        : t("refusedExternalIdTaken", { holder: holder.name });
    case "manager_cycle":
      return t("refusedManagerLoop", { ring: ring.join(" → ") });
    case "subteam_cycle":
      // A team under itself is a ring of two.
      return ring.length <= 2
        ? t("refusedTeamSelf")
        : t("refusedTeamLoop", { ring: ring.join(" → ") });
    default:
      return describeError(error, language);
  }
}
