import { queryOptions } from "@tanstack/react-query";
import { type Answer, call } from "./call.ts";

/** Who is signed in. */
export type Me = Answer<"GET /api/v1/me">;

/**
 * Who is signed in, and which workspace they look at. Not stopped when a component that waits for it goes: the router
 * waits for it, too.
 */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => call("GET /api/v1/me"),
  staleTime: 60_000,
});

/** Whether the first admin is still to be made. */
export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => call("GET /api/v1/setup", { signal }),
});

/** Ends the session. */
export function signOut(): Promise<null> {
  return call("POST /api/auth/sign-out");
}
