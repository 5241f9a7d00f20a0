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

/** What may be known before anybody is: the product's name, whether set-up is due, single sign-on. */
export const signInOptionsQuery = queryOptions({
  queryKey: ["sign-in-options"],
  queryFn: ({ signal }) => call("GET /api/auth/options", { signal }),
});

/** Ends the session. */
export function signOut(): Promise<null> {
  return call("POST /api/auth/sign-out");
}

export type Session = Answer<"GET /api/v1/me/sessions">["items"][number];

/** Where the person is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: ({ signal }) => call("GET /api/v1/me/sessions", { signal }),
});
