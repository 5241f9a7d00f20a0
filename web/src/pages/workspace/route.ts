import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const workspaceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings/workspace",
  component: lazyRouteComponent(() => import("./WorkspacePage.tsx"), "WorkspacePage"),
});
