import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const keysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/provisioning/keys",
  component: lazyRouteComponent(() => import("./KeysPage.tsx"), "KeysPage"),
});
