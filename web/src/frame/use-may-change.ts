import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../api/me.ts";

/** Whether the person may change things, or only look: pages leave out, or switch off, what would be refused. */
export function useMayChange(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.scope === "admin" || me?.scope === "read_write";
}
