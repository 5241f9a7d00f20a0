import { queryOptions } from "@tanstack/react-query";
import { type Answer, call } from "./call.ts";

export type Workspace = Answer<"GET /api/v1/workspace">;

/** The workspace: its name, seats, products, time zone. As with `meQuery`, the router waits for it. */
export const workspaceQuery = queryOptions({
  queryKey: ["workspace"],
  queryFn: () => call("GET /api/v1/workspace"),
  staleTime: 60_000,
});
