import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";
import { usersSearch } from "./search.ts";

export const usersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/users",
  validateSearch: usersSearch.read,
  component: lazyRouteComponent(() => import("./UsersPage.tsx"), "UsersPage"),
});
