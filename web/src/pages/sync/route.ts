import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { syncQuery } from "../../api/syncs.ts";
import { frameRoute } from "../../frame/frame-route.tsx";
import { syncSearch } from "./search.ts";

export const syncRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/syncs/$id",
  validateSearch: syncSearch.read,
  // Begun while the page's code is still on its way; the page itself shows what comes of it.
  loader: ({ context: { queryClient }, params: { id } }) => {
    void queryClient.prefetchQuery(syncQuery(id));
  },
  component: lazyRouteComponent(() => import("./SyncPage.tsx"), "SyncPage"),
});
