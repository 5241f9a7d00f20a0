import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { LiveRegion } from "../ui/LiveRegion.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { WidgetRouter } from "../ui/WidgetRouter.tsx";
import { FrameError } from "./PageError.tsx";

/** Above all pages: what is said aloud, and toasts. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: () => (
    <WidgetRouter>
      <Outlet />
      <LiveRegion />
      <Toasts />
    </WidgetRouter>
  ),
  errorComponent: FrameError,
});
