import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const sourceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/provisioning/source",
  component: lazyRouteComponent(() => import("./SourcePage.tsx"), "SourcePage"),
});
