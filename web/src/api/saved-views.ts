import { queryOptions } from "@tanstack/react-query";
import { type Answer, type BodyOf, call } from "./call.ts";

export type SavedView = Answer<"GET /api/v1/me/views">["items"][number];
export type NewSavedView = BodyOf<"POST /api/v1/me/views">;
export type SavedViewChange = BodyOf<"PATCH /api/v1/me/views/{id}">;

/** One's views of a list, and those for everybody: `syncs`, `users`, `teams`. */
export function savedViewsQuery(page: string) {
  return queryOptions({
    queryKey: ["views", page],
    queryFn: async ({ signal }) =>
      (await call("GET /api/v1/me/views", { query: { page }, signal })).items,
    staleTime: 60_000,
  });
}

export function saveView(view: NewSavedView): Promise<SavedView> {
  return call("POST /api/v1/me/views", { body: view });
}

export function changeView(id: string, change: SavedViewChange): Promise<SavedView> {
  return call("PATCH /api/v1/me/views/{id}", { path: { id }, body: change });
}

export function deleteView(id: string): Promise<null> {
  return call("DELETE /api/v1/me/views/{id}", { path: { id } });
}
