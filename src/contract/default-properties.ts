import type { Translated } from "./language.ts";

export const PROPERTY_TYPES = ["text", "date"] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

interface DefaultProperty {
  readonly key: string;
  readonly type: PropertyType;
  readonly labels: Translated;
}

/** The properties that every workspace starts with (domain rules, section 11), in the order they are shown. */
export const DEFAULT_PROPERTIES = [
  { key: "department", type: "text", labels: { en: "Department", fr: "Service" } },
  { key: "company", type: "text", labels: { en: "Company", fr: "Entreprise" } },
  { key: "division", type: "text", labels: { en: "Division", fr: "Division" } },
  { key: "costCenter", type: "text", labels: { en: "Cost center", fr: "Centre de coûts" } },
  { key: "employeeType", type: "text", labels: { en: "Employee type", fr: "Type d’emploi" } },
  { key: "workLocation", type: "text", labels: { en: "Work location", fr: "Lieu de travail" } },
  { key: "city", type: "text", labels: { en: "City", fr: "Ville" } },
  {
    key: "stateProvince",
    type: "text",
    labels: { en: "State/Province", fr: "Province ou État" },
  },
  { key: "country", type: "text", labels: { en: "Country", fr: "Pays" } },
  { key: "hireDate", type: "date", labels: { en: "Hire date", fr: "Date d’embauche" } },
  {
    key: "terminationDate",
    type: "date",
    labels: { en: "Termination date", fr: "Date de fin d’emploi" },
  },
] as const satisfies readonly DefaultProperty[];
export type DefaultPropertyKey = (typeof DEFAULT_PROPERTIES)[number]["key"];
