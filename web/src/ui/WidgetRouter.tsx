import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";

/** Lets links inside widgets, as in menus, go through the router. */
export function WidgetRouter({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <RouterProvider navigate={(href) => void router.navigate({ href })}>{children}</RouterProvider>
  );
}
