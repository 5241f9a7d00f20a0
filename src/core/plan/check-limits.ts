import type { ProvisioningSettings } from "../../contract/settings.ts";
import type { ExceededLimit } from "../../contract/sync.ts";

/** What a plan would do, counted, with the base that each share is taken of (domain rules, section 11). */
export interface PlanCounts {
  userUpdates: number;
  teamUpdates: number;
  reactivations: number;
  /** By what is removed: `users`, `teams`, `teamMembers`, `teamManagers`, `directManagers`, `values.<property>`. */
  removals: Record<string, { base: number; planned: number }>;
  identities: { base: number; planned: number };
  takenAddresses: { rows: number; planned: number };
  /** Sections that were given without a row, with how much they would remove. */
  emptySections: { section: string; planned: number }[];
}

/** Below this many of a kind a share would forbid everything or mean nothing … */
const SMALL_BASE = 20;
/** … so this many are let through. */
const SMALL_BASE_ALLOWED = 2;

/** Every limit that a plan exceeds, always in the same order; none = it may run without a person. */
export function findExceededLimits(
  counts: PlanCounts,
  thresholds: ProvisioningSettings["thresholds"],
): ExceededLimit[] {
  const exceeded: ExceededLimit[] = [];
  const check = (limit: string, allowed: number | null, planned: number): void => {
    if (allowed !== null && planned > allowed) exceeded.push({ limit, allowed, planned });
  };
  check("users", thresholds.users, counts.userUpdates);
  check("teams", thresholds.teams, counts.teamUpdates);
  check("reactivations", thresholds.reactivations, counts.reactivations);
  const percent = thresholds.removalsPercent;
  for (const [kind, { base, planned }] of sortRemovals(counts.removals)) {
    if (percent === null) break;
    const share = Math.floor((base * percent) / 100);
    check(
      `removalsPercent.${kind}`,
      percent > 0 && base < SMALL_BASE ? SMALL_BASE_ALLOWED : share,
      planned,
    );
  }
  const identity = thresholds.identityPercent;
  if (identity !== null) {
    const share = Math.floor((counts.identities.base * identity) / 100);
    check("identityPercent", identity > 0 ? Math.max(share, 2) : 0, counts.identities.planned);
  }
  const takenShare = Math.floor((counts.takenAddresses.rows * 5) / 100);
  check("emailTaken", Math.min(Math.max(takenShare, 2), 10), counts.takenAddresses.planned);
  for (const { section, planned } of counts.emptySections) check(`empty.${section}`, 0, planned);
  return exceeded;
}

/** Properties come from the database in any order: they stand last, by name. */
function sortRemovals(
  removals: PlanCounts["removals"],
): [string, PlanCounts["removals"][string]][] {
  const all = Object.entries(removals);
  const isValue = ([kind]: [string, unknown]) => kind.startsWith("values.");
  return [
    ...all.filter((each) => !isValue(each)),
    ...all.filter(isValue).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
}
