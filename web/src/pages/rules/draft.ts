import type { Settings, SettingsPatch, Thresholds } from "../../api/settings.ts";

export type LimitKey = keyof Thresholds;
export type DaysKey =
  | "approvalExpiryDays"
  | "reportRetentionDays"
  | "undoWindowDays"
  | "inputRetentionDays";

/** The least and the most that each number may be (contract: ProvisioningSettings). */
export const RANGES: Readonly<Record<LimitKey | DaysKey, { least: number; most: number }>> = {
  users: { least: 0, most: 5_000_000 },
  teams: { least: 0, most: 5_000_000 },
  removalsPercent: { least: 0, most: 100 },
  identityPercent: { least: 0, most: 100 },
  reactivations: { least: 0, most: 5_000_000 },
  approvalExpiryDays: { least: 1, most: 90 },
  reportRetentionDays: { least: 30, most: 3650 },
  undoWindowDays: { least: 1, most: 365 },
  inputRetentionDays: { least: 1, most: 365 },
};

/** Whether a number can be saved; an emptied field holds `NaN`. */
export function isInRange(key: LimitKey | DaysKey, value: number | null): boolean {
  const { least, most } = RANGES[key];
  return value === null || (Number.isInteger(value) && value >= least && value <= most);
}

/** Whether every number of the draft can be saved. */
export function isSound({ thresholds, ...rest }: Settings): boolean {
  const limits = Object.entries(thresholds) as [LimitKey, number | null][];
  const days = Object.entries(rest).filter(([key]) => key in RANGES) as [DaysKey, number][];
  return [...limits, ...days].every(([key, value]) => isInRange(key, value));
}

/** What differs from what is saved, as the server takes it; `null` = nothing. */
export function patchOf(saved: Settings, draft: Settings): SettingsPatch | null {
  const thresholds = changed(saved.thresholds, draft.thresholds);
  const { thresholds: _, ...rest } = changed(saved, draft);
  const patch = { ...rest, ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }) };
  return Object.keys(patch).length === 0 ? null : patch;
}

function changed<T extends object>(before: T, after: T): Partial<T> {
  const keys = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => !Object.is(before[key], after[key])).map((key) => [key, after[key]]),
  ) as Partial<T>;
}
