import type { Workspace, WorkspacePatch } from "../../api/workspace.ts";

/** What can be changed of a workspace. */
export type Draft = Omit<Workspace, "id" | "createdAt">;

export const SEATS = { least: 0, most: 2_147_483_647 };

export function draftOf({ id: _, createdAt: __, ...draft }: Workspace): Draft {
  return draft;
}

/** The keys of what differs, in the order of the page. */
export function listChanged(saved: Draft, draft: Draft): (keyof Draft)[] {
  const keys = Object.keys(draft) as (keyof Draft)[];
  return keys.filter((key) => JSON.stringify(saved[key]) !== JSON.stringify(draft[key]));
}

/** What differs from what is saved, as the server takes it. */
export function patchOf(saved: Draft, draft: Draft): WorkspacePatch {
  return Object.fromEntries(listChanged(saved, draft).map((key) => [key, draft[key]]));
}

/** Whether a number of seats can be saved; an emptied field holds `NaN`. */
export function isSeatLimit(value: number | null): boolean {
  return value === null || (Number.isInteger(value) && value >= SEATS.least && value <= SEATS.most);
}

/** Whether everything can be saved as it is. */
export function isSound({ name, seatLimit, timeZone }: Draft): boolean {
  return name.trim() !== "" && isSeatLimit(seatLimit) && timeZone !== "";
}

/** Two spellings that the server takes for one product. */
export function isSameProduct(a: string, b: string): boolean {
  const fold = (name: string) => name.trim().normalize("NFC").toLowerCase();
  return fold(a) === fold(b);
}

/** The list without a product; what was the default is so no more. */
export function withoutProduct(draft: Draft, name: string): Draft {
  const { defaultProduct } = draft;
  return {
    ...draft,
    products: draft.products.filter((product) => product !== name),
    defaultProduct: defaultProduct === name ? null : defaultProduct,
  };
}
