import { listMemberDecisions } from "../../core/plan/decide-member.ts";
import { resolveProducts } from "../../core/plan/resolve-products.ts";
import {
  type AddressClaim,
  findOutbidRows,
  findTakenAddresses,
} from "../../core/plan/settle-addresses.ts";
import {
  keepLockedValues,
  nameOwners,
  readSharedAddresses,
} from "../../db/queries/plan/keep-locked-values.ts";
import * as members from "../../db/queries/plan/plan-members.ts";
import { stageMembers } from "../../db/queries/plan/stage-input.ts";
import type { PlanContext } from "./plan-context.ts";

/**
 * Members: who each row is, what happens to them, who is absent, who gets which address and seat. `sortNames` = the
 * names of new people are there as they are sorted.
 */
export async function planMembers(context: PlanContext): Promise<{ sortNames: boolean }> {
  await stageMembers(context);
  const given = await members.readGivenProducts(context);
  await members.stageProductChoices(
    context,
    given.map((list) => ({
      given: list,
      ...resolveProducts(list, context.products, context.defaultProduct),
    })),
  );
  await members.stageMemberDecisions(context, listMemberDecisions());
  await members.findMemberFaults(context);
  const sortNames = await members.areMostlyNew(context, context.rows.members ?? 0);
  await members.matchMembers(context, {
    givesProducts: given.length > 0,
    hasDefaultProduct: context.defaultProduct !== null,
    sortNames,
  });
  await members.findAbsentUsers(context, context.settings.absentInvited);
  if (context.hasLocks) await keepLockedValues(context);
  await settleAddressesAndSeats(context);
  await members.findChangedValues(context);
  return { sortNames };
}

/**
 * Addresses first, then seats in file order; a row without a seat gives up no address, so both are looked at again
 * until nothing more is refused. Who was refused stays refused.
 */
async function settleAddressesAndSeats(context: PlanContext): Promise<void> {
  const rows = await members.readAddressClaims(context);
  const claims: AddressClaim[] = rows.map((claim) => ({
    row: claim.row,
    releasedBy: claim.released_by,
    holderDeleted: claim.holder_deleted,
  }));
  const shared = context.hasLocks ? await readSharedAddresses(context) : [];
  const skipped = new Set<number>();
  const refuse = async (refused: readonly number[]): Promise<void> => {
    for (const row of refused) skipped.add(row);
    const cause = { type: "user_skipped", reason: "email_taken", over: null };
    await members.skipMembers(context, refused, cause);
  };
  for (;;) {
    const taken = [...findTakenAddresses(claims, skipped)].filter((row) => !skipped.has(row));
    await refuse(taken);
    const disputed = new Set(taken);
    await members.keepUsers(
      context,
      rows.filter((claim) => disputed.has(claim.row)).map((claim) => claim.holder),
    );
    const outbid = findOutbidRows(shared, skipped);
    if (outbid.size > 0) {
      await refuse([...outbid.keys()]);
      await nameOwners(context, outbid);
      continue;
    }
    if (context.seatLimit === null) return;
    const needing = await members.readSeatClaims(context);
    const seats = await members.countSeats(context);
    const free = Math.max(0, context.seatLimit - seats.taken + seats.freed);
    if (needing.length <= free) return;
    const refused = needing.slice(free);
    await members.skipMembers(context, refused, {
      type: "workspace_limit_reached",
      reason: "seat_limit",
      over: refused.length,
    });
    for (const row of refused) skipped.add(row);
  }
}
