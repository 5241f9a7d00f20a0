import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../api/me.ts";

/** Whether who is signed in may change the directory; viewers only read. */
export function useMayChange(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.scope === "admin" || me?.scope === "read_write";
}
