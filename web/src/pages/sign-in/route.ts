import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { SSO_REFUSALS } from "#contract/sso-refusals.ts";
import { rootRoute } from "../../frame/root-route.tsx";
import { defineSearch, oneOf, text } from "../../url/search.ts";

/** `return` is where to go on to, see readReturnAddress; `refused` why single sign-on did not work. */
const signInSearch = defineSearch({ return: text(2000), refused: oneOf(SSO_REFUSALS) });

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: signInSearch.read,
  component: lazyRouteComponent(() => import("./SignInPage.tsx"), "SignInPage"),
});
