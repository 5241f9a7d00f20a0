import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../frame/root-route.tsx";
import { defineSearch, text } from "../../url/search.ts";

/** `return` is where to go on to; see readReturnAddress. */
const signInSearch = defineSearch({ return: text(2000) });

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: signInSearch.read,
  component: lazyRouteComponent(() => import("./SignInPage.tsx"), "SignInPage"),
});
