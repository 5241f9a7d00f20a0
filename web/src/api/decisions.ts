import { queryOptions } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, call } from "./call.ts";
import { type Sync, syncKeys } from "./syncs.ts";

export type SyncImpact = Answer<"GET /api/v1/syncs/{id}/impact">;
export type SyncActivity = Answer<"GET /api/v1/syncs/{id}/activity">;

/** What a person can say of a sync. */
export type Verb = "approve" | "reject" | "cancel";

/** What is said with a decision. */
export interface Approval {
  comment?: string;
  /** How many users and teams are removed, as the approver was told; the server refuses any other number. */
  confirmRemovals?: number;
}

/** Approves or rejects a sync that waits, or cancels one that has not ended. Answers how it stands then. */
export async function decideSync(
  id: string,
  verb: Verb,
  { comment = "", ...rest }: Approval,
): Promise<Sync> {
  const words = comment.trim();
  const body = { ...rest, ...(words === "" ? {} : { comment: words }) };
  const { sync } = await call(`POST /api/v1/syncs/{id}/${verb}`, { path: { id }, body });
  return sync;
}

/** What letting a sync through would do, beside the directory and what is usual. Asked anew each time it matters. */
export function impactQuery(id: string) {
  return queryOptions({
    queryKey: [...syncKeys.one(id), "impact"],
    queryFn: ({ signal }) => call("GET /api/v1/syncs/{id}/impact", { path: { id }, signal }),
    staleTime: 0,
  });
}

/** What people did with a sync, and under which settings it ran. */
export function activityQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: [...syncKeys.one(id), "activity", language],
    queryFn: ({ signal }) =>
      call("GET /api/v1/syncs/{id}/activity", { path: { id }, query: { lang: language }, signal }),
  });
}

/** The newest sync, which the ones before it count up to. */
export const newestSyncQuery = queryOptions({
  queryKey: [...syncKeys.lists, "newest"],
  queryFn: async ({ signal }) => {
    const { items } = await call("GET /api/v1/syncs", { query: { limit: 1 }, signal });
    return items[0]?.number ?? 0;
  },
});
