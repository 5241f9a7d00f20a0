import { countIn, type NoticeWords } from "./notice-words.ts";

const count = countIn("fr");
const { format: write } = new Intl.NumberFormat("fr");

export const FR: NoticeWords = {
  subjects: {
    needsApproval: (workspace, sync) =>
      `${workspace}\u00a0: la synchronisation nº\u00a0${sync} est à approuver`,
    failed: (workspace, sync) => `${workspace}\u00a0: la synchronisation nº\u00a0${sync} a échoué`,
    newIssues: (workspace, sync) =>
      `${workspace}\u00a0: nouveaux problèmes à la synchronisation nº\u00a0${sync}`,
  },
  greeting: (name) => `Bonjour ${name},`,

  waits: (sync, workspace) =>
    `La synchronisation nº\u00a0${sync} (${workspace}) est à approuver. Rien n’a encore été modifié.`,
  why: "Pourquoi elle attend\u00a0:",
  limit: (label, planned, allowed) =>
    `${label}\u00a0: ${write(planned)} au plan, limite ${write(allowed)}`,
  otherLimit: "Autre limite",
  moreLimits: (n) =>
    count(n, {
      one: "{n} autre limite",
      many: "{n} d’autres limites",
      other: "{n} autres limites",
    }),
  olderInput: (day) =>
    day === null
      ? "Ses données sont plus anciennes que les dernières acceptées."
      : `Ses données, acceptées le ${day}, sont plus anciennes que les dernières acceptées.`,
  paused: "La synchronisation est en pause.",
  review(updates, mayDecide) {
    const plan = count(updates, {
      one: "{n} mise à jour est prévue.",
      many: "{n} de mises à jour sont prévues.",
      other: "{n} mises à jour sont prévues.",
    });
    return mayDecide
      ? `${plan} Vérifiez la synchronisation, puis approuvez-la ou refusez-la\u00a0:`
      : `${plan} Un administrateur l’approuve ou la refuse. Vous pouvez la consulter ici\u00a0:`;
  },
  expires: (time, timeZone) => `Sans décision d’ici au ${time} (${timeZone}), elle sera refusée.`,

  failed: (sync, workspace, cause) =>
    `La synchronisation nº\u00a0${sync} (${workspace}) a échoué. ${cause ?? "Son rapport dit pourquoi."}`,
  noneApplied: "Aucune mise à jour n’a été appliquée.",
  partlyApplied: (applied, planned) =>
    count(applied, {
      one: `{n} mise à jour sur ${write(planned)} a été appliquée avant l’échec.`,
      many: `{n} de mises à jour sur ${write(planned)} ont été appliquées avant l’échec.`,
      other: `{n} mises à jour sur ${write(planned)} ont été appliquées avant l’échec.`,
    }),
  goOn: (mayPush) =>
    mayPush
      ? "Consultez le rapport, puis renvoyez les données ou relancez la synchronisation\u00a0:"
      : "Son rapport\u00a0:",

  newIssues: (sync, workspace) =>
    `La synchronisation nº\u00a0${sync} (${workspace}) est terminée. La précédente n’avait pas ces problèmes\u00a0:`,
  cause: (label, issues) =>
    `${label}\u00a0: ${count(issues, { one: "{n} problème", many: "{n} de problèmes", other: "{n} problèmes" })}`,
  moreCauses: (n) =>
    count(n, { one: "{n} autre cause", many: "{n} d’autres causes", other: "{n} autres causes" }),
  mend: "D’où ils viennent, et comment les corriger\u00a0:",

  footer: (workspace, product, link) =>
    `Pour choisir les courriels que ${product} vous envoie pour ${workspace}\u00a0:\n${link}`,
};
