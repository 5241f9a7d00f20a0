import { queryOptions } from "@tanstack/react-query";
import { type Answer, call } from "./call.ts";

/** Who is signed in. */
export type Me = Answer<"GET /api/v1/me">;

/** Who is signed in, and which workspace they look at. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => call("GET /api/v1/me", { signal }),
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
