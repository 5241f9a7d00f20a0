import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { DEFAULT_PROPERTIES } from "#contract/default-properties.ts";
import { propertyLabel } from "#contract/property-labels.ts";
import { type Property, propertiesQuery } from "../api/properties.ts";
import { useLanguage } from "../i18n/language.tsx";

/** What the fields of users and teams are called, and what is in them. */
export interface PropertyNames {
  labelOf(key: string): string;
  isDate(key: string): boolean;
}

const DEFAULT_DATES: ReadonlySet<string> = new Set(
  DEFAULT_PROPERTIES.filter(({ type }) => type === "date").map(({ key }) => key),
);

const PropertyNamesContext = createContext<PropertyNames | null>(null);

/**
 * Knows the names of fields in the language of the pages; a property of the workspace has the one its admins gave it.
 * Stands once above lists, because asking in each of their cells would cost more than all else in them.
 */
export function PropertyNamesProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const { data } = useQuery(propertiesQuery);
  const names = useMemo<PropertyNames>(() => {
    const known = new Map<string, Property>(data?.map((property) => [property.key, property]));
    return {
      labelOf: (key) => propertyLabel(key, language) ?? known.get(key)?.label ?? key,
      isDate: (key) => known.get(key)?.type === "date" || DEFAULT_DATES.has(key),
    };
  }, [data, language]);
  return <PropertyNamesContext value={names}>{children}</PropertyNamesContext>;
}

/** The names of fields; see {@link PropertyNamesProvider}. */
export function usePropertyNames(): PropertyNames {
  const names = useContext(PropertyNamesContext);
  if (names === null) throw new Error("PropertyNamesProvider is missing above this component.");
  return names;
}
