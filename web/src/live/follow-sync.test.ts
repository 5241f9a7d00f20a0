import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Sync } from "../api/syncs.ts";
import { followSync } from "./follow-sync.ts";
import type { EventStream } from "./listen.ts";

type Listener = (event: { data?: unknown }) => void;

class FakeStream implements EventStream {
  readonly listeners = new Map<string, Listener>();
  isClosed = false;
  addEventListener(name: string, listener: Listener) {
    this.listeners.set(name, listener);
  }
  close() {
    this.isClosed = true;
  }
  send(name: string, data: object | string = {}) {
    this.listeners.get(name)?.({ data: typeof data === "string" ? data : JSON.stringify(data) });
  }
}

/** A question that the server has not answered. */
interface Question {
  signal: AbortSignal;
  answer(sync: Sync | null): void;
  fail(): void;
}

let streams: FakeStream[];
let questions: Question[];
let seen: string[];
let stop: () => void;
/** What the server answers at once; `undefined` = nothing until a test does. */
let answer: Sync | null | undefined;
let isHidden: boolean;
let lookers: Set<() => void>;
const syncIn = (phase: Sync["phase"]) => ({ phase }) as Sync;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function setHidden(hidden: boolean): void {
  isHidden = hidden;
  for (const tell of lookers) tell();
}

function start(): void {
  stop = followSync(
    {
      openStream() {
        const stream = new FakeStream();
        streams.push(stream);
        return stream;
      },
      readSync: (signal) =>
        new Promise((resolve, reject) => {
          questions.push({ signal, answer: resolve, fail: () => reject(new Error("No answer.")) });
          if (answer !== undefined) resolve(answer);
        }),
    },
    {
      onChange: ({ phase }) => seen.push(phase),
      onEnd: () => seen.push("end"),
    },
    {
      isHidden: () => isHidden,
      subscribe(listener) {
        lookers.add(listener);
        return () => lookers.delete(listener);
      },
    },
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  [streams, questions, seen] = [[], [], []];
  answer = syncIn("applying");
  isHidden = false;
  lookers = new Set();
  start();
});

afterEach(() => {
  stop();
  // Whatever a test did: nothing is left that could still do something.
  expect(vi.getTimerCount()).toBe(0);
  expect(streams.every(({ isClosed }) => isClosed)).toBe(true);
  expect(lookers.size).toBe(0);
  vi.useRealTimers();
});

describe("a stream", () => {
  test("tells what it says, and nothing after its end", async () => {
    streams[0]!.send("phase", syncIn("planning"));
    streams[0]!.send("progress", syncIn("applying"));
    streams[0]!.send("end");
    streams[0]!.send("phase", syncIn("planning"));
    streams[0]!.send("end");
    streams[0]!.send("error");
    await pass(60_000);
    expect(seen).toEqual(["planning", "applying", "end"]);
    expect(streams).toHaveLength(1);
    expect(questions).toHaveLength(0);
  });

  test("that breaks is replaced by asking every two seconds, and tried again", async () => {
    streams[0]!.send("error");
    await pass(0);
    expect(questions).toHaveLength(1);
    await pass(4000);
    expect(questions).toHaveLength(3);
    await pass(26_000);
    expect(streams).toHaveLength(2);
    streams[1]!.send("phase", syncIn("applying"));
    const asked = questions.length;
    for (let at = 0; at < 4; at++) {
      await pass(15_000);
      streams[1]!.send("alive");
    }
    expect(questions).toHaveLength(asked);
    expect(streams).toHaveLength(2);
  });

  test("that never begins is not waited for", async () => {
    await pass(5000);
    expect(streams[0]!.isClosed).toBe(true);
    expect(questions).toHaveLength(1);
  });

  test("that falls silent is given up, one that says it is alive is not", async () => {
    streams[0]!.send("phase", syncIn("awaiting_approval"));
    for (let at = 0; at < 20; at++) {
      await pass(15_000);
      streams[0]!.send("alive");
    }
    expect(questions).toHaveLength(0);
    await pass(45_000);
    expect(streams[0]!.isClosed).toBe(true);
    expect(questions.length).toBeGreaterThan(0);
  });

  test("whose words make no sense is given up", async () => {
    streams[0]!.send("phase", "<html>");
    expect(streams[0]!.isClosed).toBe(true);
    await pass(0);
    expect(seen).toEqual(["applying"]);
  });

  test("that was given up says nothing more", async () => {
    await pass(5000);
    seen.length = 0;
    streams[0]!.send("phase", syncIn("planning"));
    streams[0]!.send("end");
    streams[0]!.send("error");
    expect(seen).toEqual([]);
    await pass(29_999);
    expect(streams).toHaveLength(1);
    await pass(1);
    expect(streams).toHaveLength(2);
  });
});

describe("asking", () => {
  beforeEach(() => streams[0]!.send("error"));

  test("ends when an answer says that it is done", async () => {
    await pass(0);
    answer = syncIn("done");
    await pass(2000);
    expect(seen).toEqual(["applying", "done", "end"]);
    const asked = questions.length;
    await pass(60_000);
    expect(questions).toHaveLength(asked);
    expect(streams).toHaveLength(1);
  });

  test("ends where the server refuses", async () => {
    await pass(0);
    answer = null;
    await pass(60_000);
    expect(seen).toEqual(["applying", "end"]);
    expect(questions).toHaveLength(2);
  });

  test("goes on after a question without an answer, one question at a time", async () => {
    await pass(0);
    answer = undefined;
    await pass(2000);
    const [, slow] = questions;
    await pass(9000);
    expect(questions).toHaveLength(2);
    await pass(3000);
    expect(slow!.signal.aborted).toBe(true);
    expect(questions).toHaveLength(3);
    questions[2]!.fail();
    await pass(2000);
    expect(questions).toHaveLength(4);
    slow!.answer(syncIn("reading"));
    questions[3]!.answer(syncIn("planning"));
    await pass(0);
    expect(seen).toEqual(["applying", "planning"]);
  });

  test("whose answer comes after a stream has told more is not listened to", async () => {
    await pass(0);
    answer = undefined;
    await pass(30_000);
    const late = questions.at(-1)!;
    streams[1]!.send("phase", syncIn("awaiting_approval"));
    expect(late.signal.aborted).toBe(true);
    late.answer(syncIn("planning"));
    // Nor when it is asked again by then.
    streams[1]!.send("error");
    await pass(0);
    expect(seen).toEqual(["applying", "awaiting_approval"]);
  });
});

describe("a page that nobody looks at", () => {
  test("holds no stream, and asks now and then", async () => {
    streams[0]!.send("phase", syncIn("planning"));
    setHidden(true);
    expect(streams[0]!.isClosed).toBe(true);
    await pass(60_000);
    expect(questions).toHaveLength(5);
    expect(streams).toHaveLength(1);
    expect(seen.slice(0, 2)).toEqual(["planning", "applying"]);
  });

  test("listens again when it is looked at", async () => {
    setHidden(true);
    await pass(0);
    answer = undefined;
    await pass(15_000);
    setHidden(false);
    expect(streams).toHaveLength(2);
    expect(questions.at(-1)!.signal.aborted).toBe(true);
    streams[1]!.send("phase", syncIn("awaiting_approval"));
    questions.at(-1)!.answer(syncIn("planning"));
    await pass(30_000);
    expect(seen).toEqual(["applying", "awaiting_approval"]);
  });

  test("may be opened as one, and ends as any other", async () => {
    stop();
    isHidden = true;
    answer = syncIn("done");
    start();
    await pass(0);
    expect(streams).toHaveLength(1);
    expect(seen).toEqual(["done", "end"]);
    setHidden(false);
    expect(streams).toHaveLength(1);
  });

  test("leaves no second stream to be tried when it comes and goes", async () => {
    streams[0]!.send("error");
    for (const hidden of [true, false, true, false]) setHidden(hidden);
    expect(streams.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    streams.at(-1)!.send("phase", syncIn("applying"));
    for (let at = 0; at < 3; at++) {
      await pass(15_000);
      streams.at(-1)!.send("alive");
    }
    expect(streams.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    expect(streams).toHaveLength(3);
  });
});

test("says nothing more once stopped", async () => {
  stop();
  streams[0]!.send("phase", syncIn("applying"));
  streams[0]!.send("end");
  streams[0]!.send("error");
  await pass(60_000);
  expect(seen).toEqual([]);
  expect(questions).toHaveLength(0);
});

test("a question on its way when it is stopped is called off, and its answer goes nowhere", async () => {
  answer = undefined;
  streams[0]!.send("error");
  stop();
  expect(questions[0]!.signal.aborted).toBe(true);
  questions[0]!.answer(syncIn("done"));
  await pass(60_000);
  expect(seen).toEqual([]);
});
