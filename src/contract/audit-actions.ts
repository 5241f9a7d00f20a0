import { type EntryType, ISSUE_TYPES, UPDATE_TYPES, type UpdateType } from "./catalogue.ts";
import { labelOf } from "./labels.ts";
import type { Language, Translated } from "./language.ts";

/** What people and programs do, as the audit log tells it; what a sync makes too is called as there. */
const LABELS = {
  admin_added: { en: "Admin added", fr: "Administrateur ajouté" },
  admin_link_made: { en: "Password link made", fr: "Lien de mot de passe créé" },
  admin_removed: { en: "Admin removed", fr: "Administrateur retiré" },
  admin_role_changed: { en: "Admin’s role changed", fr: "Rôle d’administrateur modifié" },
  api_key_created: { en: "API key created", fr: "Clé d’API créée" },
  api_key_revoked: { en: "API key revoked", fr: "Clé d’API révoquée" },
  api_key_rotated: { en: "API key rotated", fr: "Clé d’API renouvelée" },
  audit_downloaded: { en: "Audit log downloaded", fr: "Journal d’audit téléchargé" },
  cause_expected: { en: "Issue marked as expected", fr: "Problème marqué comme attendu" },
  cause_not_expected: {
    en: "Issue no longer expected",
    fr: "Problème qui n’est plus attendu",
  },
  identity_bound: {
    en: "Account linked to single sign-on",
    fr: "Compte associé à l’authentification unique",
  },
  notices_changed: { en: "Choice of email changed", fr: "Choix de courriels modifié" },
  password_changed: { en: "Password changed", fr: "Mot de passe modifié" },
  password_set_by_link: { en: "Password set by link", fr: "Mot de passe défini par lien" },
  property_created: { en: "Property created", fr: "Propriété créée" },
  property_deleted: { en: "Property deleted", fr: "Propriété supprimée" },
  property_updated: { en: "Property changed", fr: "Propriété modifiée" },
  record_shown: {
    en: "Sensitive values of a row shown",
    fr: "Valeurs sensibles d’une ligne affichées",
  },
  recovery_link_made: { en: "Recovery link made", fr: "Lien de récupération créé" },
  report_downloaded: { en: "Report downloaded", fr: "Rapport téléchargé" },
  session_ended: { en: "Session ended", fr: "Session fermée" },
  settings_updated: {
    en: "Provisioning settings changed",
    fr: "Paramètres de provisionnement modifiés",
  },
  sign_in_failed: { en: "Sign-in failed", fr: "Échec de connexion" },
  signed_in: { en: "Signed in", fr: "Connexion" },
  sync_approved: { en: "Sync approved", fr: "Synchronisation approuvée" },
  sync_cancelled: { en: "Sync cancelled", fr: "Synchronisation annulée" },
  sync_expired: { en: "Sync expired", fr: "Synchronisation expirée" },
  sync_rejected: { en: "Sync rejected", fr: "Synchronisation refusée" },
  sync_started: { en: "Sync started", fr: "Synchronisation lancée" },
  sync_superseded: { en: "Sync superseded", fr: "Synchronisation remplacée" },
  team_moved: { en: "Team moved", fr: "Équipe déplacée" },
  team_updated: { en: "Team renamed and moved", fr: "Équipe renommée et déplacée" },
  user_activated: { en: "User activated", fr: "Utilisateur activé" },
  user_erased: { en: "User erased", fr: "Utilisateur effacé" },
  user_relinked: {
    en: "User linked to another external ID",
    fr: "Utilisateur associé à un autre identifiant externe",
  },
  user_restored: { en: "User restored", fr: "Utilisateur restauré" },
  user_unlinked: { en: "User unlinked", fr: "Utilisateur dissocié" },
  values_locked: { en: "Values locked", fr: "Valeurs verrouillées" },
  values_unlocked: { en: "Values unlocked", fr: "Valeurs déverrouillées" },
  view_changed: { en: "View changed", fr: "Vue modifiée" },
  view_deleted: { en: "View deleted", fr: "Vue supprimée" },
  view_saved: { en: "View saved", fr: "Vue enregistrée" },
  workspace_created: { en: "Workspace created", fr: "Espace de travail créé" },
  workspace_updated: { en: "Workspace changed", fr: "Espace de travail modifié" },
} as const satisfies Record<string, Translated>;

/** Every action of the audit log: verb in the past, snake_case, with its object. */
export type AuditAction = keyof typeof LABELS | UpdateType;
export const AUDIT_ACTIONS = [
  ...new Set([...Object.keys(LABELS), ...UPDATE_TYPES]),
].sort() as AuditAction[];

const TYPES: readonly string[] = [...ISSUE_TYPES, ...UPDATE_TYPES];

/** The label of an action; one that a sync makes too is called the same. */
export function labelOfAction(action: string, language: Language, product: string): string {
  if (TYPES.includes(action)) return labelOf(action as EntryType, language, product);
  const own: Readonly<Record<string, Translated>> = LABELS;
  return own[action]?.[language] ?? action.replaceAll("_", " ");
}
