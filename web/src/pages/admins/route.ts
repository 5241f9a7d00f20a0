import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const adminsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings/admins",
  component: lazyRouteComponent(() => import("./AdminsPage.tsx"), "AdminsPage"),
});
