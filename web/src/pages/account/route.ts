import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./AccountPage.tsx"), "AccountPage"),
});
