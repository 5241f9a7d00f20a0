import type { App, RouteDependencies, RoutePlugin } from "../app.ts";
import { adminRoutes } from "./admins.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { auditRoutes } from "./audit.ts";
import { backtestRoutes } from "./backtest.ts";
import { causeRoutes } from "./causes.ts";
import { decisionRoutes } from "./decisions.ts";
import { directoryFactRoutes } from "./directory-facts.ts";
import { entryRoutes } from "./entries.ts";
import { healthRoutes } from "./health.ts";
import { hostRoutes } from "./host.ts";
import { invitationRoutes } from "./invitations.ts";
import { issueTypeRoutes } from "./issue-types.ts";
import { meRoutes } from "./me.ts";
import { metricsRoutes } from "./metrics.ts";
import { noticeRoutes } from "./notices.ts";
import { propertyRoutes } from "./properties.ts";
import { provisioningRoutes } from "./provisioning.ts";
import { referenceRoutes } from "./reference.ts";
import { savedViewRoutes } from "./saved-views.ts";
import { signInRoutes } from "./sign-in.ts";
import { singleSignOnRoutes } from "./single-sign-on.ts";
import { sourceRoutes } from "./sources.ts";
import { syncHistoryRoutes } from "./sync-history.ts";
import { syncRoutes } from "./syncs.ts";
import { teamRoutes } from "./teams.ts";
import { userRoutes } from "./users.ts";
import { workspaceRoutes } from "./workspace.ts";

/** Every file of routes. Add yours here. */
const ROUTES: RoutePlugin[] = [
  adminRoutes,
  apiKeyRoutes,
  auditRoutes,
  backtestRoutes,
  causeRoutes,
  decisionRoutes,
  directoryFactRoutes,
  entryRoutes,
  healthRoutes,
  hostRoutes,
  invitationRoutes,
  issueTypeRoutes,
  meRoutes,
  metricsRoutes,
  noticeRoutes,
  propertyRoutes,
  provisioningRoutes,
  referenceRoutes,
  savedViewRoutes,
  signInRoutes,
  singleSignOnRoutes,
  sourceRoutes,
  teamRoutes,
  userRoutes,
  workspaceRoutes,
  syncHistoryRoutes,
  syncRoutes,
];

/** Registers all routes, each file in a scope of its own, so that its parsers and hooks stay with it. */
export async function registerRoutes(app: App, deps: RouteDependencies): Promise<void> {
  for (const routes of ROUTES) {
    await app.register(async (scope) => {
      await routes(scope, deps);
    });
  }
}
