import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";
import { teamsSearch } from "./search.ts";

export const teamsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/teams",
  validateSearch: teamsSearch.read,
  component: lazyRouteComponent(() => import("./TeamsPage.tsx"), "TeamsPage"),
});
