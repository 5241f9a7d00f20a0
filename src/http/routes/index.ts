import type { App, AppDependencies, RoutePlugin } from "../app.ts";
import { healthRoutes } from "./health.ts";
import { syncRoutes } from "./syncs.ts";

/** Every file of routes. Add yours here. */
const ROUTES: RoutePlugin[] = [healthRoutes, syncRoutes];

/** Registers all routes, each file in a scope of its own, so that its parsers and hooks stay with it. */
export async function registerRoutes(app: App, deps: AppDependencies): Promise<void> {
  for (const routes of ROUTES) {
    await app.register(async (scope) => {
      await routes(scope, deps);
    });
  }
}
