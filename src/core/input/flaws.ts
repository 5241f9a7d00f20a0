import type { IssueType, Reason } from "../../contract/catalogue.ts";
import { showRawValue } from "./cell-text.ts";
import type { Flaw } from "./rows.ts";

/** A flaw that makes the row change nothing. */
export function skippingFlaw(
  type: IssueType,
  reason: Reason,
  column: string | null,
  raw: string | null,
): Flaw {
  return { type, reason, column, value: raw === null ? null : showRawValue(raw), skips: true };
}

/** A value that was refused or mended while the rest of the row applies. */
export function invalidValue(reason: Reason, column: string, raw: string): Flaw {
  return { type: "invalid_value", reason, column, value: showRawValue(raw), skips: false };
}

/**
 * What is reported of a row: one skipping flaw, the first by `precedence`, and then nothing else of the row,
 * since a skipped row changes nothing; or all the flaws that leave the row standing.
 */
export function settleFlaws(flaws: Flaw[], precedence: readonly Reason[]): Flaw[] {
  let first: Flaw | undefined;
  for (const flaw of flaws) {
    if (!flaw.skips) continue;
    if (first === undefined || precedence.indexOf(flaw.reason) < precedence.indexOf(first.reason)) {
      first = flaw;
    }
  }
  return first === undefined ? flaws : [first];
}

/** Whether a flaw with one of these reasons has been noted. */
export function hasReason(flaws: readonly Flaw[], ...reasons: Reason[]): boolean {
  return flaws.some((flaw) => reasons.includes(flaw.reason));
}
