import { expect, test } from "vitest";
import { listEvents } from "./list-events.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();
const item = (id: string, minute: number, action: string) => ({
  ...{ id, at: at(minute), action, label: action, details: null },
  actor: { kind: "account", id: "1", name: "Ada" },
});

test("steps stand between what people did, newest first", () => {
  const items = [
    item("3", 40, "report_downloaded"),
    item("2", 30, "sync_approved"),
    item("1", 0, "sync_started"),
  ];
  const sync = { status: "approved", plannedAt: at(2), finishedAt: at(35) } as const;
  expect(listEvents(sync, items).map(({ key }) => key)).toEqual([
    "3",
    "finished",
    "2",
    "planned",
    "1",
  ]);
});

test("a decision that ends a sync is its end", () => {
  const sync = { status: "rejected", plannedAt: at(2), finishedAt: at(30) } as const;
  const events = listEvents(sync, [item("2", 30, "sync_rejected")]);
  expect(events.map(({ key }) => key)).toEqual(["2", "planned"]);
});

test("a sync that has not begun has no steps", () => {
  expect(listEvents({ status: "pending", plannedAt: null, finishedAt: null }, [])).toEqual([]);
});
