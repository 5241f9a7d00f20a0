import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  unsaved: {
    one: "{n} modification non enregistrée",
    many: "{n} de modifications non enregistrées",
    other: "{n} modifications non enregistrées",
  },
  unsavedChange: "{label} : {before} → {after}",
  discard: "Annuler les modifications",
  save: "Enregistrer",
  leaveTitle: "Quitter sans enregistrer ?",
  leaveText: "Ce que vous avez modifié sur cette page sera perdu.",
  stay: "Rester sur la page",
  leave: "Quitter sans enregistrer",
};
