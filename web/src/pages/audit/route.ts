import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../../frame/frame-route.tsx";
import { auditSearch } from "./search.ts";

export const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings/audit",
  validateSearch: auditSearch.read,
  component: lazyRouteComponent(() => import("./AuditPage.tsx"), "AuditPage"),
});
