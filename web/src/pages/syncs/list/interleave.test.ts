import { expect, test } from "vitest";
import type { AuditEntry } from "../../../api/sync-history.ts";
import type { Sync } from "../../../api/syncs.ts";
import { interleave } from "./interleave.ts";

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, "0")}:00:00Z`;
const sync = (hour: number) => ({ id: `syn_${hour}`, createdAt: at(hour) }) as Sync;
const change = (hour: number) => ({ id: `aud_${hour}`, at: at(hour) }) as AuditEntry;
const ids = (lines: ReturnType<typeof interleave>) =>
  lines.map((line) => ("sync" in line ? line.sync.id : line.change.id));

test("each change stands over the sync that ran before it", () => {
  const syncs = [sync(20), sync(12), sync(8)];
  expect(ids(interleave(syncs, [change(21), change(13), change(12), change(3)]))).toEqual([
    ...["aud_21", "syn_20", "aud_13", "aud_12", "syn_12", "syn_8", "aud_3"],
  ]);
  expect(ids(interleave(syncs, []))).toEqual(["syn_20", "syn_12", "syn_8"]);
  expect(ids(interleave([], [change(1)]))).toEqual(["aud_1"]);
});
