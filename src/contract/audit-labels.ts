import type { AuditTarget } from "./audit-targets.ts";
import type { Language, Translated } from "./language.ts";
import { propertyLabel } from "./property-labels.ts";
import { labelOfSetting } from "./setting-labels.ts";
import { WORKSPACE_LABELS } from "./workspace-labels.ts";

/** What the audit log's before and after name beside settings and the fields of users and teams. */
const LABELS = {
  ...WORKSPACE_LABELS,
  comment: { en: "Note", fr: "Note" },
  dryRun: { en: "Preview only", fr: "Aperçu seulement" },
  entries: { en: "Rows", fr: "Lignes" },
  entry: { en: "Row", fr: "Ligne" },
  expiresAt: { en: "Expires", fr: "Expiration" },
  filtered: { en: "Filtered", fr: "Filtré" },
  form: { en: "Sent as", fr: "Format d’envoi" },
  issues: { en: "Issues", fr: "Problèmes" },
  label: { en: "Name", fr: "Nom" },
  mode: { en: "Mode", fr: "Mode" },
  page: { en: "Page", fr: "Page" },
  replacedBy: { en: "Replaced by", fr: "Remplacée par" },
  rerunOf: { en: "Run again from", fr: "Relance de" },
  properties: { en: "Fields", fr: "Champs" },
  role: { en: "Role", fr: "Rôle" },
  scope: { en: "Rights", fr: "Droits" },
  sensitive: { en: "Sensitive", fr: "Sensible" },
  shared: { en: "For everyone", fr: "Pour tous" },
  supersededBy: { en: "Replaced by", fr: "Remplacée par" },
  sync: { en: "Sync", fr: "Synchronisation" },
  type: { en: "Type", fr: "Type" },
  values: { en: "Values deleted", fr: "Valeurs supprimées" },
} as const satisfies Record<string, Translated>;

/** What a value of the audit log is called; `null` for a key that is not known here, such as a custom property. */
export function labelOfDetail(key: string, language: Language): string | null {
  const own: Translated | undefined = Object.hasOwn(LABELS, key)
    ? LABELS[key as keyof typeof LABELS]
    : undefined;
  return own?.[language] ?? labelOfSetting(key, language) ?? propertyLabel(key, language);
}

const TARGETS: Readonly<Record<AuditTarget, Translated>> = {
  account: { en: "Admin or viewer", fr: "Administrateur ou lecteur" },
  api_key: { en: "API key", fr: "Clé d’API" },
  cause: { en: "Issue", fr: "Problème" },
  property: { en: "Property", fr: "Propriété" },
  sync: { en: "Sync", fr: "Synchronisation" },
  team: { en: "Team", fr: "Équipe" },
  user: { en: "User", fr: "Utilisateur" },
  view: { en: "Saved view", fr: "Vue enregistrée" },
  workspace: { en: "Workspace", fr: "Espace de travail" },
};

/** The kind of a thing in words; `null` for one that is not known here. */
export function labelOfTarget(type: string, language: Language): string | null {
  return Object.hasOwn(TARGETS, type) ? TARGETS[type as AuditTarget][language] : null;
}
