import { Counter, Histogram, Registry } from "prom-client";

/** Every figure that `/metrics` shows. */
export const metrics = new Registry();

export const syncsTotal = new Counter({
  name: "muster_syncs_total",
  help: "Syncs that ended, by status.",
  labelNames: ["status"] as const,
  registers: [metrics],
});

export const entriesTotal = new Counter({
  name: "muster_entries_total",
  help: "Entries of sync reports, by type.",
  labelNames: ["type"] as const,
  registers: [metrics],
});

export const syncDurationSeconds = new Histogram({
  name: "muster_sync_duration_seconds",
  help: "Time from the start of a sync to its end, waiting for approval left out.",
  buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800],
  registers: [metrics],
});
