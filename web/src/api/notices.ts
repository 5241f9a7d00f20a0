import { queryOptions } from "@tanstack/react-query";
import { type Answer, type BodyOf, call } from "./call.ts";

/** Who gets which email about syncs, and whether the server can send any. */
export type NoticeList = Answer<"GET /api/v1/notices">;
export type NoticePerson = NoticeList["items"][number];
export type OwnNotices = Answer<"PATCH /api/v1/me/notices">;

/** Everybody who may sign in to the workspace, and what each is told of. */
export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal }) => call("GET /api/v1/notices", { signal }),
});

/** Chooses for oneself what is given. */
export function chooseNotices(body: BodyOf<"PATCH /api/v1/me/notices">): Promise<OwnNotices> {
  return call("PATCH /api/v1/me/notices", { body });
}
