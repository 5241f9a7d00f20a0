import { parseId } from "#contract/ids.ts";

/** Where an id that was pasted leads; `null` when the text is no id of something that has a page. */
export function placeOfId(text: string): string | null {
  const id = text.trim();
  if (parseId("sync", id) !== null) return `/syncs/${id}`;
  if (parseId("user", id) !== null) return `/users/${id}`;
  if (parseId("team", id) !== null) return `/teams/${id}`;
  // Keys have no page of their own: the list marks it.
  if (parseId("apiKey", id) !== null) return `/provisioning/keys#${id}`;
  return null;
}
