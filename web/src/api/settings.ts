import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type Answer, type BodyOf, call } from "./call.ts";

export type Settings = Answer<"GET /api/v1/provisioning/settings">;
export type SettingsPatch = BodyOf<"PATCH /api/v1/provisioning/settings">;
export type Thresholds = Settings["thresholds"];
export type Backtest = Answer<"GET /api/v1/provisioning/backtest">;

/** How syncs are held, applied and kept. */
export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => call("GET /api/v1/provisioning/settings", { signal }),
});

/** Changes the settings that are named; answers all of them. */
export function updateSettings(body: SettingsPatch): Promise<Settings> {
  return call("PATCH /api/v1/provisioning/settings", { body });
}

/** Which of the last syncs these limits would have held. The last answer stays while the next is on its way. */
export function backtestQuery(limits: Thresholds) {
  const query = Object.fromEntries(
    Object.entries(limits).map(([key, value]) => [key, value === null ? "none" : String(value)]),
  );
  return queryOptions({
    queryKey: ["backtest", query],
    queryFn: ({ signal }) => call("GET /api/v1/provisioning/backtest", { query, signal }),
    placeholderData: keepPreviousData,
  });
}
