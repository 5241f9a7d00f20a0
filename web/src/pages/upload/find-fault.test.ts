import { expect, test } from "vitest";
import type { ChosenFile } from "./chosen-files.ts";
import { findFault } from "./find-fault.ts";

const file = (key: number, section: ChosenFile["section"]) => ({
  ...{ key, section },
  head: { encoding: "utf-8", text: "id", isWhole: true } as const,
});
const sound = { missing: [] };

test("what would be refused is found before it is sent", () => {
  const members = file(1, "members");
  expect(findFault(members, sound, [members, file(2, "teams")])).toBeNull();
  expect(findFault(members, null, [members])).toBeNull();
  expect(findFault(members, sound, [members, file(2, "members")])).toEqual({ kind: "twice" });
  expect(findFault(file(1, null), null, [])).toEqual({ kind: "noSection" });
  expect(findFault(members, { missing: [["email"]] }, [members])).toEqual({
    ...{ kind: "missing", groups: [["email"]] },
  });
  const workbook = { ...members, head: { fault: "workbook" } as const };
  expect(findFault(workbook, null, [workbook])).toEqual({ kind: "workbook" });
});
