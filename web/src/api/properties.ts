import { queryOptions } from "@tanstack/react-query";
import { DEFAULT_PROPERTIES } from "#contract/default-properties.ts";
import type { Language } from "#contract/language.ts";
import { propertyLabel } from "#contract/property-labels.ts";
import { type Answer, type BodyOf, call } from "./call.ts";

export type NewProperty = BodyOf<"POST /api/v1/properties">;
export type PropertyChange = BodyOf<"PATCH /api/v1/properties/{key}">;
export type Property = Answer<"GET /api/v1/properties">["items"][number];

/** The properties that users of the workspace have, in the order they are shown. */
export const propertiesQuery = queryOptions({
  queryKey: ["properties"],
  queryFn: async ({ signal }) => (await call("GET /api/v1/properties", { signal })).items,
  staleTime: 60_000,
});

/**
 * What a field or property is called: as the workspace calls it, where it has a name of its own, else in the language
 * of the pages.
 */
export function nameProperty(
  key: string,
  properties: readonly Property[],
  language: Language,
): string {
  const own = properties.find((property) => property.key === key);
  const usual = DEFAULT_PROPERTIES.find((property) => property.key === key)?.labels.en;
  if (own !== undefined && own.label !== usual) return own.label;
  return propertyLabel(key, language) ?? own?.label ?? key;
}

export function createProperty(body: NewProperty): Promise<Property> {
  return call("POST /api/v1/properties", { body });
}

export function updateProperty(key: string, body: PropertyChange): Promise<Property> {
  return call("PATCH /api/v1/properties/{key}", { path: { key }, body });
}

/** Deletes a property, with everyone's value of it. */
export function deleteProperty(key: string): Promise<null> {
  return call("DELETE /api/v1/properties/{key}", { path: { key } });
}
