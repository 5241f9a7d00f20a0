/**
 * What screens, reports and downloads call the codes of the catalogue. Every code has a label in every language,
 * or this does not compile. Words for the update types follow the domain rules, sections 5 and 8.
 */
import type {
  EntryKind,
  EntryType,
  IssueType,
  Outcome,
  SubjectType,
  SyncMode,
  SyncPhase,
  SyncStatus,
  UpdateType,
  UserRole,
  UserState,
} from "./catalogue.ts";
import { type Language, nameProduct, type Translated } from "./language.ts";
import type { Badge } from "./sync-badge.ts";

/** A label for each code of `Code`. */
type LabelsOf<Code extends string> = Readonly<Record<Code, Translated>>;

export const UPDATE_LABELS: LabelsOf<UpdateType> = {
  user_created: { en: "User created", fr: "Utilisateur créé" },
  user_linked: { en: "User linked", fr: "Utilisateur associé" },
  user_updated: { en: "User updated", fr: "Utilisateur modifié" },
  user_invited: { en: "User invited", fr: "Utilisateur invité" },
  user_reactivated: { en: "User reactivated", fr: "Utilisateur réactivé" },
  user_deactivated: { en: "User deactivated", fr: "Utilisateur désactivé" },
  user_deleted: { en: "User deleted", fr: "Utilisateur supprimé" },
  direct_manager_assigned: { en: "Direct Manager assigned", fr: "Gestionnaire direct attribué" },
  direct_manager_removed: { en: "Direct Manager removed", fr: "Gestionnaire direct retiré" },
  team_created: { en: "Team created", fr: "Équipe créée" },
  team_linked: { en: "Team linked", fr: "Équipe associée" },
  team_renamed: { en: "Team renamed", fr: "Équipe renommée" },
  team_deleted: { en: "Team deleted", fr: "Équipe supprimée" },
  team_member_added: { en: "Team member added", fr: "Membre ajouté à l’équipe" },
  team_member_removed: { en: "Team member removed", fr: "Membre retiré de l’équipe" },
  team_manager_assigned: { en: "Team Manager assigned", fr: "Gestionnaire d’équipe attribué" },
  team_manager_removed: { en: "Team Manager removed", fr: "Gestionnaire d’équipe retiré" },
  subteam_added: { en: "Subteam added", fr: "Sous-équipe ajoutée" },
  subteam_removed: { en: "Subteam removed", fr: "Sous-équipe retirée" },
};

/** `{product}` stands for the deployment's product name; `labelOf` puts it in. */
export const ISSUE_LABELS: LabelsOf<IssueType> = {
  user_skipped: { en: "User skipped", fr: "Utilisateur ignoré" },
  manager_profile_missing: {
    en: "No {product} profile for Direct Manager",
    fr: "Aucun profil {product} pour le gestionnaire direct",
  },
  manager_is_self: {
    en: "Direct Manager is the user",
    fr: "L’utilisateur est son propre gestionnaire direct",
  },
  manager_cycle: { en: "Reporting line loops", fr: "Ligne hiérarchique en boucle" },
  workspace_limit_reached: {
    en: "Workspace limit reached",
    fr: "Limite de l’espace de travail atteinte",
  },
  admin_protected: { en: "Administrator kept", fr: "Administrateur conservé" },
  unknown_product: { en: "Unknown product", fr: "Produit inconnu" },
  unknown_property: { en: "Unknown property", fr: "Propriété inconnue" },
  invalid_value: { en: "Invalid value", fr: "Valeur non valide" },
  value_locked: { en: "Locked value kept", fr: "Valeur verrouillée conservée" },
  invitation_not_sent: { en: "Invitation not sent", fr: "Invitation non envoyée" },
  team_skipped: { en: "Team skipped", fr: "Équipe ignorée" },
  team_mapping_skipped: { en: "Team mapping skipped", fr: "Rattachement d’équipe ignoré" },
  subteam_conflict: { en: "Subteam has two parents", fr: "Sous-équipe à deux équipes parentes" },
  subteam_cycle: { en: "Subteams loop", fr: "Sous-équipes en boucle" },
};

export const KIND_LABELS: LabelsOf<EntryKind> = {
  issue: { en: "Issue", fr: "Problème" },
  update: { en: "Update", fr: "Mise à jour" },
};

export const DATA_TYPE_LABELS: LabelsOf<SubjectType> = {
  user: { en: "Users", fr: "Utilisateurs" },
  team: { en: "Teams", fr: "Équipes" },
};

export const OUTCOME_LABELS: LabelsOf<Outcome> = {
  planned: { en: "Planned", fr: "Prévue" },
  applied: { en: "Applied", fr: "Appliquée" },
  skipped: { en: "Skipped", fr: "Ignorée" },
  not_applied: { en: "Not applied", fr: "Non appliquée" },
};

export const STATUS_LABELS: LabelsOf<SyncStatus> = {
  pending: { en: "Pending", fr: "En attente" },
  approved: { en: "Approved", fr: "Approuvée" },
  rejected: { en: "Rejected", fr: "Refusée" },
  failed: { en: "Failed", fr: "Échec" },
  completed: { en: "Completed", fr: "Terminée" },
  cancelled: { en: "Cancelled", fr: "Annulée" },
};

export const BADGE_LABELS: LabelsOf<Badge> = {
  needs_approval: { en: "Needs approval", fr: "À approuver" },
  completed_with_issues: { en: "Completed with issues", fr: "Terminée avec problèmes" },
  preview: { en: "Preview", fr: "Aperçu" },
  expired: { en: "Expired", fr: "Expirée" },
  superseded: { en: "Superseded", fr: "Remplacée" },
};

export const PHASE_LABELS: LabelsOf<SyncPhase> = {
  queued: { en: "In the queue", fr: "Dans la file d’attente" },
  reading: { en: "Reading", fr: "Lecture" },
  planning: { en: "Planning", fr: "Préparation" },
  awaiting_approval: { en: "Waiting for approval", fr: "En attente d’approbation" },
  applying: { en: "Applying", fr: "Application" },
  done: { en: "Finished", fr: "Fin du traitement" },
};

export const MODE_LABELS: LabelsOf<SyncMode> = {
  full: { en: "Full", fr: "Complète" },
  partial: { en: "Partial", fr: "Partielle" },
};

export const USER_STATE_LABELS: LabelsOf<UserState> = {
  created: { en: "Not invited", fr: "Non invité" },
  invited: { en: "Invited", fr: "Invité" },
  active: { en: "Active", fr: "Actif" },
  deactivated: { en: "Deactivated", fr: "Désactivé" },
  deleted: { en: "Deleted", fr: "Supprimé" },
};

export const ROLE_LABELS: LabelsOf<UserRole> = {
  admin: { en: "Administrator", fr: "Administrateur" },
  executive: { en: "Executive", fr: "Cadre" },
  collaborator: { en: "Collaborator", fr: "Collaborateur" },
  employee: { en: "Employee", fr: "Employé" },
};

const TYPE_LABELS: LabelsOf<EntryType> = { ...ISSUE_LABELS, ...UPDATE_LABELS };

/** The label of an update or issue type, with the deployment's product name where the label names it. */
export function labelOf(type: EntryType, language: Language, product: string): string {
  return nameProduct(TYPE_LABELS[type][language], product);
}
