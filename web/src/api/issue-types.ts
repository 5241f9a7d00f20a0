import { queryOptions } from "@tanstack/react-query";
import { type Answer, call } from "./call.ts";

export type IssueTypes = Answer<"GET /api/v1/issue-types">;
export type IssueTypePage = IssueTypes["items"][number];

/** What every issue means, why it comes about and what mends it; the same until the server is another version. */
export const issueTypesQuery = queryOptions({
  queryKey: ["issue-types"],
  queryFn: ({ signal }) => call("GET /api/v1/issue-types", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
