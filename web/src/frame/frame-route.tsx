import { createRoute, redirect } from "@tanstack/react-router";
import { isProblem } from "../api/api-problem.ts";
import { meQuery } from "../api/me.ts";
import { workspaceQuery } from "../api/workspace.ts";
import { Frame } from "./Frame.tsx";
import { FrameError } from "./PageError.tsx";
import { rootRoute } from "./root-route.tsx";

/** The parent of every page that needs somebody signed in. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      await Promise.all([
        queryClient.ensureQueryData(meQuery),
        // The zone that times are shown in.
        queryClient.ensureQueryData(workspaceQuery),
      ]);
    } catch (error) {
      if (!isProblem(error, 401)) throw error;
      throw redirect({ to: "/sign-in", search: { return: location.href } });
    }
  },
  component: Frame,
  errorComponent: FrameError,
});
