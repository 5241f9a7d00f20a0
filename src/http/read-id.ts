import { type IdKind, parseId } from "../contract/ids.ts";
import { notFound } from "../engine/engine-error.ts";

/** The number behind an id in a path. A text that is no id names nothing: 404, not 400 (http contract). */
export function readId(kind: IdKind, text: string, what: string): number {
  const id = parseId(kind, text);
  if (id === null) throw notFound(what);
  return id;
}
