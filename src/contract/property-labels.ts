import { DEFAULT_PROPERTIES } from "./default-properties.ts";
import type { Language, Translated } from "./language.ts";

/** What an entry's changes can name beside the properties of the workspace: fields, places and links. */
export const FIELDS = [
  "externalId",
  "email",
  "firstName",
  "lastName",
  "preferredName",
  "jobTitle",
  "languagePreferences",
  "productAssignations",
  "directManager",
  "directReports",
  "memberOf",
  "managerOf",
  "teamName",
  "member",
  "manager",
  "members",
  "managers",
  "parent",
  "subteam",
  "subteams",
] as const;
export type Field = (typeof FIELDS)[number];

export const FIELD_LABELS: Readonly<Record<Field, Translated>> = {
  externalId: { en: "External ID", fr: "Identifiant externe" },
  email: { en: "Email", fr: "Adresse courriel" },
  firstName: { en: "First name", fr: "Prénom" },
  lastName: { en: "Last name", fr: "Nom" },
  preferredName: { en: "Preferred name", fr: "Nom d’usage" },
  jobTitle: { en: "Job title", fr: "Titre du poste" },
  languagePreferences: { en: "Language", fr: "Langue" },
  productAssignations: { en: "Products", fr: "Produits" },
  directManager: { en: "Direct Manager", fr: "Gestionnaire direct" },
  directReports: { en: "Direct reports", fr: "Subordonnés directs" },
  memberOf: { en: "Member of", fr: "Membre de" },
  managerOf: { en: "Team Manager of", fr: "Gestionnaire d’équipe de" },
  teamName: { en: "Team name", fr: "Nom de l’équipe" },
  member: { en: "Member", fr: "Membre" },
  manager: { en: "Team Manager", fr: "Gestionnaire d’équipe" },
  members: { en: "Members", fr: "Membres" },
  managers: { en: "Team Managers", fr: "Gestionnaires d’équipe" },
  parent: { en: "Parent team", fr: "Équipe parente" },
  subteam: { en: "Subteam", fr: "Sous-équipe" },
  subteams: { en: "Subteams", fr: "Sous-équipes" },
};

/** What only changes by hand name (audit log). */
const MANUAL_LABELS = {
  status: { en: "Status", fr: "État" },
  role: { en: "Role", fr: "Rôle" },
  name: { en: "Name", fr: "Nom" },
  source: { en: "Data source", fr: "Source de données" },
  reports: FIELD_LABELS.directReports,
} as const satisfies Record<string, Translated>;

const LABELS: ReadonlyMap<string, Translated> = new Map<string, Translated>([
  ...FIELDS.map((field) => [field, FIELD_LABELS[field]] as const),
  ...Object.entries(MANUAL_LABELS),
  ...DEFAULT_PROPERTIES.map(({ key, labels }) => [key, labels] as const),
]);

/** The label of a field or default property; `null` = a custom property, whose label the workspace knows. */
export function propertyLabel(property: string, language: Language): string | null {
  return LABELS.get(property)?.[language] ?? null;
}
