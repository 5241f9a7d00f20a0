import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, redirect } from "@tanstack/react-router";
import { frameRoute } from "./frame/frame-route.tsx";
import { NotFoundPage } from "./frame/NotFoundPage.tsx";
import { PageError } from "./frame/PageError.tsx";
import { rootRoute } from "./frame/root-route.tsx";
import { accountRoute } from "./pages/account/route.ts";
import { adminsRoute } from "./pages/admins/route.ts";
import { auditRoute } from "./pages/audit/route.ts";
import { setPasswordRoute, setUpRoute } from "./pages/entry/route.ts";
import { keysRoute } from "./pages/keys/route.ts";
import { propertiesRoute } from "./pages/properties/route.ts";
import { rulesRoute } from "./pages/rules/route.ts";
import { signInRoute } from "./pages/sign-in/route.ts";
import { syncRoute } from "./pages/sync/route.ts";
import { syncsRoute } from "./pages/syncs/route.ts";
import { teamRoute } from "./pages/team/route.ts";
import { teamsRoute } from "./pages/teams/route.ts";
import { sourceRoute } from "./pages/upload/route.ts";
import { userRoute } from "./pages/user/route.ts";
import { usersRoute } from "./pages/users/route.ts";
import { workspaceRoute } from "./pages/workspace/route.ts";
import { parseSearch, writeSearch } from "./url/search.ts";

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/syncs", search: {}, replace: true });
  },
});

const restRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "$",
  component: () => <NotFoundPage />,
});

/** Every page. Add yours here: under `frameRoute` when one must be signed in. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  setPasswordRoute,
  frameRoute.addChildren([
    homeRoute,
    syncsRoute,
    syncRoute,
    usersRoute,
    userRoute,
    teamsRoute,
    teamRoute,
    sourceRoute,
    rulesRoute,
    keysRoute,
    workspaceRoute,
    propertiesRoute,
    adminsRoute,
    auditRoute,
    accountRoute,
    restRoute,
  ]),
]);

/** The router of the pages. */
export function createPageRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch: writeSearch,
    search: { strict: true },
    scrollRestoration: true,
    defaultPreload: "intent",
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: () => <NotFoundPage />,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
