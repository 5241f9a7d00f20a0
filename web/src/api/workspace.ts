import { queryOptions } from "@tanstack/react-query";
import { type Answer, call } from "./call.ts";

export type Workspace = Answer<"GET /api/v1/workspace">;

/** The workspace: its name, seats, products, time zone. */
export const workspaceQuery = queryOptions({
  queryKey: ["workspace"],
  queryFn: ({ signal }) => call("GET /api/v1/workspace", { signal }),
  staleTime: 60_000,
});
