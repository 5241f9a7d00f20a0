import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { teamQuery } from "../../api/teams.ts";
import { frameRoute } from "../../frame/frame-route.tsx";
import { teamSearch } from "./search.ts";

export const teamRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/teams/$id",
  validateSearch: teamSearch.read,
  // Begun while the page's code is still on its way; the page itself shows what comes of it.
  loader: ({ context: { queryClient }, params: { id } }) => {
    void queryClient.prefetchQuery(teamQuery(id));
  },
  component: lazyRouteComponent(() => import("./TeamPage.tsx"), "TeamPage"),
});
