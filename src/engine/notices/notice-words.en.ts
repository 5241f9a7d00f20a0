import { countIn, type NoticeWords } from "./notice-words.ts";

const count = countIn("en");
const { format: write } = new Intl.NumberFormat("en");

export const EN: NoticeWords = {
  subjects: {
    needsApproval: (workspace, sync) => `${workspace}: sync #${sync} needs approval`,
    failed: (workspace, sync) => `${workspace}: sync #${sync} failed`,
    newIssues: (workspace, sync) => `${workspace}: sync #${sync} has new issues`,
  },
  greeting: (name) => `Hello ${name},`,

  waits: (sync, workspace) =>
    `Sync #${sync} of ${workspace} needs approval. Nothing has been changed yet.`,
  why: "Why it waits:",
  limit: (label, planned, allowed) =>
    allowed === 0
      ? `${label}: ${write(planned)} planned, none allowed without approval`
      : `${label}: ${write(planned)} planned, ${write(allowed)} allowed`,
  otherLimit: "Another limit",
  moreLimits: (n) => count(n, { one: "{n} more limit", other: "{n} more limits" }),
  olderInput: (day) =>
    day === null
      ? "Its data is older than what was accepted last."
      : `Its data, accepted on ${day}, is older than what was accepted last.`,
  paused: "Syncing is paused.",
  review(updates, mayDecide) {
    const plan = count(updates, {
      one: "{n} update is planned.",
      other: "{n} updates are planned.",
    });
    return mayDecide
      ? `${plan} Review the sync, then approve or reject it:`
      : `${plan} An admin approves or rejects the sync. You can look at it here:`;
  },
  expires: (time, timeZone) => `If nobody decides by ${time} (${timeZone}), it is rejected.`,

  failed: (sync, workspace, cause) =>
    `Sync #${sync} of ${workspace} failed. ${cause ?? "Its report says why."}`,
  noneApplied: "No updates were applied.",
  partlyApplied: (applied, planned) =>
    count(applied, {
      one: `{n} of ${write(planned)} updates was applied before it failed.`,
      other: `{n} of ${write(planned)} updates were applied before it failed.`,
    }),
  goOn: (mayPush) =>
    mayPush
      ? "Look at the report, then send the data again or run the sync again:"
      : "The report is here:",

  newIssues: (sync, workspace) =>
    `Sync #${sync} of ${workspace} is done. It has issues that the last sync did not have:`,
  cause: (label, issues) => `${label}: ${count(issues, { one: "{n} issue", other: "{n} issues" })}`,
  moreCauses: (n) => count(n, { one: "{n} more cause", other: "{n} more causes" }),
  mend: "What causes them, and how to mend them:",

  footer: (workspace, product, link) =>
    `To choose which email ${product} sends you about ${workspace}:\n${link}`,
};
