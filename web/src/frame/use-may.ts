import { useQuery } from "@tanstack/react-query";
import { type Me, meQuery } from "../api/me.ts";

/** Each covers those before it (http contract, "Rules for every call"). */
const SCOPES: readonly Me["scope"][] = ["read", "push", "read_write", "admin"];

/**
 * Whether who is signed in may do what needs a scope: `useMay("read_write")` before a button that decides or changes.
 * A viewer sees no such button.
 */
export function useMay(scope: Me["scope"]): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && SCOPES.indexOf(me.scope) >= SCOPES.indexOf(scope);
}
