import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";
import { keysSearch } from "./search.ts";

export const keysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/provisioning/keys",
  validateSearch: keysSearch.read,
  component: lazyRouteComponent(() => import("./KeysPage.tsx"), "KeysPage"),
});
