import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** Where the one-time links lead that let a person in who has no password yet. */
export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/setup",
  component: lazyRouteComponent(() => import("./SetUpPage.tsx"), "SetUpPage"),
});

export const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-password",
  component: lazyRouteComponent(() => import("./SetPasswordPage.tsx"), "SetPasswordPage"),
});
