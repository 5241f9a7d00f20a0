import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";

export const propertiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings/properties",
  component: lazyRouteComponent(() => import("./PropertiesPage.tsx"), "PropertiesPage"),
});
