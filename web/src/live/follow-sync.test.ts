import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sync } from "../api/syncs.ts";
import { type EventStream, followSync } from "./follow-sync.ts";

class FakeStream implements EventStream {
  readonly listeners = new Map<string, (event: { data?: unknown }) => void>();
  isClosed = false;
  addEventListener(name: string, listener: (event: { data?: unknown }) => void) {
    this.listeners.set(name, listener);
  }
  close() {
    this.isClosed = true;
  }
  send(name: string, data?: object) {
    this.listeners.get(name)?.({ data: JSON.stringify(data) });
  }
}

let streams: FakeStream[];
let polls: number;
let seen: string[];
let stop: () => void;
let phase: Sync["phase"];
const syncIn = (at: Sync["phase"]) => ({ phase: at }) as Sync;

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  polls = 0;
  seen = [];
  phase = "applying";
  stop = followSync(
    {
      openStream() {
        const stream = new FakeStream();
        streams.push(stream);
        return stream;
      },
      async readSync() {
        polls += 1;
        return syncIn(phase);
      },
    },
    { onChange: (sync) => seen.push(sync.phase), onEnd: () => seen.push("end") },
  );
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("tells what the stream says, and nothing after its end", async () => {
  streams[0]!.send("phase", syncIn("planning"));
  streams[0]!.send("progress", syncIn("applying"));
  streams[0]!.send("end", {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual(["planning", "applying", "end"]);
  expect(streams).toHaveLength(1);
  expect(streams[0]!.isClosed).toBe(true);
  expect(polls).toBe(0);
});

test("asks every two seconds when the stream breaks, then tries a stream again", async () => {
  streams[0]!.send("error");
  await vi.advanceTimersByTimeAsync(0);
  expect(polls).toBe(1);
  await vi.advanceTimersByTimeAsync(4000);
  expect(polls).toBe(3);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(streams).toHaveLength(2);
  streams[1]!.send("phase", syncIn("applying"));
  const asked = polls;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(polls).toBe(asked);
});

test("does not wait for a stream that never begins", async () => {
  await vi.advanceTimersByTimeAsync(5000);
  expect(streams[0]!.isClosed).toBe(true);
  expect(polls).toBe(1);
});

test("ends when an answer says that it is done", async () => {
  streams[0]!.send("error");
  phase = "done";
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen.at(-1)).toBe("end");
  const asked = polls;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(polls).toBe(asked);
});

test("says nothing more once stopped", async () => {
  stop();
  streams[0]!.send("phase", syncIn("applying"));
  streams[0]!.send("error");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual([]);
  expect(polls).toBe(0);
});
