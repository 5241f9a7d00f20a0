import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  copyPage: "Copier le lien",
  copyView: "Copier le lien vers cette vue",
  copied: "Lien copié",
  viewCopied: "Lien vers cette vue copié",
  rowCopied: "Lien vers {name} copié",
  failed: "Votre navigateur a refusé la copie. Copiez vous-même l’adresse de la page.",
};
