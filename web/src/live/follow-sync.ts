import type { Sync } from "../api/syncs.ts";

/** What is needed of the browser's EventSource. */
export interface EventStream {
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

/** Where news of a sync come from. */
export interface SyncNews {
  openStream(): EventStream;
  readSync(): Promise<Sync>;
}

export interface SyncFollower {
  onChange(sync: Sync): void;
  /** Nothing changes any more. */
  onEnd(): void;
}

/** How often is asked while there is no stream. */
const POLL_MS = 2000;
/** A stream that says nothing for so long from its start, not even the first state, will not. */
const BEGIN_MS = 5000;
/** How long is asked before a stream is tried again. */
const RETRY_MS = 30_000;

/**
 * Follows a sync by its stream of events; where the stream breaks or never begins, by asking every two seconds, until a
 * stream tried later works. Answers how to stop.
 */
export function followSync({ openStream, readSync }: SyncNews, follower: SyncFollower): () => void {
  let isOver = false;
  let stream: EventStream | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    isOver = true;
    clearTimeout(patience);
    clearTimeout(retrying);
    clearInterval(polling);
    stream?.close();
    stream = null;
  };
  const end = () => {
    stop();
    follower.onEnd();
  };
  const poll = async () => {
    const sync = await readSync().catch(() => null);
    // A stream that works by now knows better.
    if (isOver || sync === null || polling === undefined) return;
    follower.onChange(sync);
    if (sync.phase === "done") end();
  };
  const startPolling = () => {
    if (polling !== undefined) return;
    polling = setInterval(() => void poll(), POLL_MS);
    void poll();
  };
  const giveUp = (broken: EventStream) => {
    if (isOver || stream !== broken) return;
    broken.close();
    stream = null;
    clearTimeout(patience);
    startPolling();
    retrying = setTimeout(listen, RETRY_MS);
  };
  const listen = () => {
    const opened = openStream();
    stream = opened;
    const take = ({ data }: { data?: unknown }) => {
      if (isOver || stream !== opened) return;
      clearTimeout(patience);
      clearInterval(polling);
      polling = undefined;
      follower.onChange(JSON.parse(String(data)) as Sync);
    };
    opened.addEventListener("phase", take);
    opened.addEventListener("progress", take);
    opened.addEventListener("end", () => {
      if (!isOver && stream === opened) end();
    });
    opened.addEventListener("error", () => giveUp(opened));
    patience = setTimeout(() => giveUp(opened), BEGIN_MS);
  };
  listen();
  return stop;
}
