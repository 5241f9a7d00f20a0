import { queryOptions } from "@tanstack/react-query";
import { type Answer, type BodyOf, call } from "./call.ts";

export type Workspace = Answer<"GET /api/v1/workspace">;
export type WorkspacePatch = BodyOf<"PATCH /api/v1/workspace">;

/** The workspace: its name, seats, products, time zone. As with `meQuery`, the router waits for it. */
export const workspaceQuery = queryOptions({
  queryKey: ["workspace"],
  queryFn: () => call("GET /api/v1/workspace"),
  staleTime: 60_000,
});

/** Changes what is named; answers the whole. */
export function updateWorkspace(body: WorkspacePatch): Promise<Workspace> {
  return call("PATCH /api/v1/workspace", { body });
}
