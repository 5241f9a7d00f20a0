import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { userQuery } from "../../api/users.ts";
import { frameRoute } from "../../frame/frame-route.tsx";
import { userSearch } from "./search.ts";

export const userRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/users/$id",
  validateSearch: userSearch.read,
  // Begun while the page's code is still on its way; the page itself shows what comes of it.
  loader: ({ context: { queryClient }, params: { id } }) => {
    void queryClient.prefetchQuery(userQuery(id));
  },
  component: lazyRouteComponent(() => import("./UserPage.tsx"), "UserPage"),
});
