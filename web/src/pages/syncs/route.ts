import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";
import { syncsSearch } from "./search.ts";

export const syncsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/syncs",
  validateSearch: syncsSearch.read,
  component: lazyRouteComponent(() => import("./SyncsPage.tsx"), "SyncsPage"),
});
