/** What a team gains or loses one by one, unlike a field, which has one value and then another. */
export const ENDS: ReadonlySet<string> = new Set(["member", "manager", "subteam"]);
