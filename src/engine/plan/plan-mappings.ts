import { refuseRings } from "../../core/plan/find-rings.ts";
import * as mappings from "../../db/queries/plan/plan-mappings.ts";
import type { PlanContext } from "./plan-context.ts";

/** Names of a ring that an issue keeps; more would make a report of one long ring grow with its square. */
const RING_NAMES = 500;

/** Members and managers of teams, and how teams are nested. */
export async function planMappings(context: PlanContext): Promise<void> {
  await mappings.matchMappings(context);
  await mappings.findPlaceChanges(context);
  await mappings.findSubteamConflicts(context);
  await planNesting(context);
}

async function planNesting(context: PlanContext): Promise<void> {
  const teams = await mappings.readNesting(context);
  const index = new Map(teams.map((team, at) => [team.id, at]));
  const at = (id: number | null): number => (id === null ? -1 : (index.get(id) ?? -1));
  const before = Int32Array.from(teams, (team) => at(team.before));
  const after = Int32Array.from(teams, (team) => at(team.after));
  const { rings, refused } = refuseRings(before, after);
  const inRings: { child: number; parent: number }[] = [];
  const names: { child: number; names: string[] }[] = [];
  const named = new Set<number>();
  for (const ring of rings) {
    const ringNames = ring.slice(0, RING_NAMES).map((member) => teams[member]!.name);
    ring.forEach((member, place) => {
      const child = teams[member]!.id;
      const parent = teams[ring[(place + 1) % ring.length]!]!.id;
      inRings.push({ child, parent });
      // A child that a second ring comes to is told of the first.
      if (!named.has(child)) names.push({ child, names: ringNames });
      named.add(child);
    });
  }
  await mappings.skipSubteamRows(context, inRings);
  const changes = teams.flatMap((team, place) => {
    const end = refused.has(place) ? before[place]! : after[place]!;
    if (end === before[place]) return [];
    const moves: { child: number; parent: number; type: "subteam_added" | "subteam_removed" }[] =
      [];
    if (before[place] !== -1) {
      moves.push({ child: team.id, parent: teams[before[place]!]!.id, type: "subteam_removed" });
    }
    if (end !== -1) moves.push({ child: team.id, parent: teams[end]!.id, type: "subteam_added" });
    return moves;
  });
  await mappings.stageNestingChanges(context, changes, names);
}
