import type { Troubleshooting } from "./text.ts";

/** English troubleshooting: Direct Managers. */
export const MANAGERS: Pick<
  Troubleshooting,
  "manager_profile_missing" | "manager_is_self" | "manager_cycle"
> = {
  manager_profile_missing: {
    happened:
      "The person was not given the Direct Manager that the row names. The present Direct Manager, if there is one, stays; the rest of the row was applied.",
    cause: "The Direct Manager of the row has no profile in {product} that can be used.",
    source:
      "Correct the Direct Manager of this row, or add the manager to the source. The order of the rows makes no difference.",
    muster:
      "If the manager belongs in {product} but not in the source, add the manager by hand and name them by email in the source.",
    message: [
      "no {product} profile can be used for Direct Manager {value}, so the present one was kept.",
      "no {product} profile can be used for the Direct Manager, so the present one was kept.",
    ],
    suggestion: ["Correct the Direct Manager of this person in the source."],
    reasons: {
      unknown_manager: {
        message: [
          "no {product} profile matches Direct Manager {value}, so the present one was kept.",
          "no {product} profile matches the Direct Manager, so the present one was kept.",
        ],
        suggestion: [
          "Add the manager {value} to the source, or correct the Direct Manager of this person.",
          "Add the manager to the source, or correct the Direct Manager of this person.",
        ],
        cause:
          "Nobody in the source or among the people it manages has this external id, or nobody in {product} has this email.",
      },
      skipped_manager: {
        message: [
          "the row of Direct Manager {otherName} was skipped in this same sync, so the present one was kept.",
          "the row of Direct Manager {value} was skipped in this same sync, so the present one was kept.",
          "the row of the Direct Manager was skipped in this same sync, so the present one was kept.",
        ],
        suggestion: [
          "Mend the issue of {otherName} first; this one then goes with the next sync.",
          "Mend the issue of the manager’s row first; this one then goes with the next sync.",
        ],
        cause:
          "The manager is in the source but has no profile yet, because the manager’s own row has an issue. This report has that issue too.",
        source: "Correct the manager’s own row. This issue then goes by itself.",
        muster:
          "There is nothing to change in {product}. Open the issue of the manager’s row to see what it needs.",
      },
      leaves: {
        message: [
          "the Direct Manager {otherName} no longer has access or is deleted, so the present one was kept.",
          "the Direct Manager {value} no longer has access or is deleted, so the present one was kept.",
          "the Direct Manager no longer has access or is deleted, so the present one was kept.",
        ],
        suggestion: ["Give this person another Direct Manager in the source."],
        cause:
          "The manager was deactivated or deleted, or loses access or is deleted in this same sync, so nobody new can be given to them.",
        source: "Name another Direct Manager, or put the manager back in the source.",
        muster:
          "If the manager should still have access, reactivate or restore the manager’s profile.",
      },
    },
  },
  manager_is_self: {
    happened:
      "The row names the person as their own Direct Manager, so the assignment was skipped. The present Direct Manager, if there is one, stays; the rest of the row was applied.",
    cause:
      "The row gives the person’s own external id or email as the Direct Manager. Some systems write this for the head of the organisation.",
    source:
      "Name the right Direct Manager. For the head of the organisation, leave the Direct Manager blank.",
    muster: "There is nothing to change in {product}.",
    message: ["this person is given as their own Direct Manager, so the present one was kept."],
    suggestion: [
      "Correct the Direct Manager in the source, or leave it blank for the head of the organisation.",
    ],
    reasons: { self: {} },
  },
  manager_cycle: {
    happened:
      "People report to each other in a circle, so none of the assignments that close it was made. Everyone in it keeps their present Direct Manager; the rest of their rows was applied.",
    cause:
      "Following the Direct Managers from this person leads back to the same person. It shows only when all rows are taken together with the managers already in {product}.",
    source:
      "Look at each person named in the issue and correct the one Direct Manager that is wrong.",
    muster:
      "If the managers in the source are right, one that {product} still has from before closes the circle: change or remove it on that person’s profile.",
    message: [
      "the Direct Managers form a circle: {ring}. Everyone in it keeps the present one.",
      "the Direct Managers form a circle through this person, who keeps the present one.",
    ],
    suggestion: ["Correct the Direct Manager of one of the people in the circle in the source."],
    reasons: { loop: {} },
  },
};
