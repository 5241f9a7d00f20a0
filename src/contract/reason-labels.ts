import type { Reason } from "./catalogue.ts";
import type { Translated } from "./language.ts";

/** Reasons in a few words, as filters and headings name them; sentences about them are in troubleshooting/. */
export const REASON_LABELS: Readonly<Record<Reason, Translated>> = {
  missing_external_id: { en: "No external ID", fr: "Identifiant externe absent" },
  invalid_external_id: { en: "External ID not valid", fr: "Identifiant externe non valide" },
  missing_email: { en: "No email", fr: "Adresse courriel absente" },
  invalid_email: { en: "Email not valid", fr: "Adresse courriel non valide" },
  duplicate_external_id: { en: "External ID used twice", fr: "Identifiant externe en double" },
  duplicate_email: { en: "Email used twice", fr: "Adresse courriel en double" },
  email_taken: {
    en: "Email belongs to another person",
    fr: "Adresse courriel d’une autre personne",
  },
  deactivated_manually: { en: "Deactivated by hand", fr: "Désactivation à la main" },
  deleted_manually: { en: "Deleted by hand", fr: "Suppression à la main" },
  value_too_long: { en: "Value too long", fr: "Valeur trop longue" },
  missing_name: { en: "No name", fr: "Nom absent" },
  unknown_manager: { en: "Direct Manager not found", fr: "Gestionnaire direct introuvable" },
  skipped_manager: {
    en: "Row of the Direct Manager skipped",
    fr: "Ligne du gestionnaire direct ignorée",
  },
  leaves: { en: "Direct Manager has left", fr: "Départ du gestionnaire direct" },
  self: { en: "Direct Manager is the user", fr: "Gestionnaire direct de soi-même" },
  loop: { en: "Circle", fr: "Boucle" },
  seat_limit: { en: "No seat left", fr: "Aucune place libre" },
  email_kept: {
    en: "Email of an administrator kept",
    fr: "Adresse courriel d’administrateur conservée",
  },
  link_refused: { en: "Administrator not linked", fr: "Administrateur non associé" },
  removal_refused: {
    en: "Administrator not in the source",
    fr: "Administrateur absent de la source",
  },
  invalid_format: { en: "Value not in the expected form", fr: "Valeur de forme inattendue" },
  control_characters: { en: "Invisible characters", fr: "Caractères invisibles" },
  wrong_type: { en: "Value is not a text", fr: "Valeur autre qu’un texte" },
  no_product: { en: "No product", fr: "Aucun produit" },
  delivery_failed: { en: "Mail not delivered", fr: "Courriel non remis" },
  unknown_team: { en: "Team not found", fr: "Équipe introuvable" },
  unknown_member: { en: "Member not found", fr: "Membre introuvable" },
  no_target: { en: "Neither member nor subteam", fr: "Ni membre ni sous-équipe" },
  both_targets: { en: "Member and subteam at once", fr: "Membre et sous-équipe à la fois" },
  self_subteam: { en: "Team is its own subteam", fr: "Sous-équipe d’elle-même" },
  changed_since_review: { en: "Changed since review", fr: "Modification depuis l’examen" },
};
