import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const rulesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/provisioning/rules",
  component: lazyRouteComponent(() => import("./RulesPage.tsx"), "RulesPage"),
});
