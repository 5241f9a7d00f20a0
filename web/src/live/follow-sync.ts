import type { Sync } from "../api/syncs.ts";
import { keepAsking } from "./keep-asking.ts";
import { type EventStream, listen } from "./listen.ts";

/** Where news of a sync come from. */
export interface SyncNews {
  openStream(): EventStream;
  /** Null where the server refuses to tell, as of a sync that is gone. */
  readSync(signal: AbortSignal): Promise<Sync | null>;
}

export interface SyncFollower {
  onChange(sync: Sync): void;
  /** Nothing changes any more, or nothing more is told. */
  onEnd(): void;
}

/** Whether anybody looks. */
export interface Visibility {
  isHidden(): boolean;
  /** Answers how to stop being told. */
  subscribe(listener: () => void): () => void;
}

/** How long after an answer is asked again while there is no stream. */
const POLL_MS = 2000;
/** The same for a page in the background: its title tells of the sync still. */
const HIDDEN_POLL_MS = 15_000;
/** How long is asked before a stream is tried again. */
const RETRY_MS = 30_000;

/**
 * Follows a sync by its stream of events; where the stream breaks or says nothing, by asking every two seconds, until a
 * stream tried later works. A page that nobody looks at asks now and then instead: browsers open few connections to a
 * host, and streams of pages in the background would leave none for the one that is looked at. Answers how to stop.
 */
export function followSync(
  { openStream, readSync }: SyncNews,
  { onChange, onEnd }: SyncFollower,
  visibility: Visibility,
): () => void {
  const idle = () => {};
  let stopListening = idle;
  let stopAsking: (() => void) | null = null;
  let retrying: ReturnType<typeof setTimeout> | undefined;

  const pause = () => {
    clearTimeout(retrying);
    stopListening();
    stopAsking?.();
    stopListening = idle;
    stopAsking = null;
  };
  const end = () => {
    stop();
    onEnd();
  };
  const ask = (pauseMs: number) => {
    stopAsking ??= keepAsking(readSync, pauseMs, (sync) => {
      if (sync !== null) onChange(sync);
      if (sync === null || sync.phase === "done") end();
    });
  };
  const tryStream = () => {
    stopListening = listen(openStream(), {
      onChange(sync) {
        stopAsking?.();
        stopAsking = null;
        onChange(sync);
      },
      onEnd: end,
      onBroken() {
        stopListening = idle;
        ask(POLL_MS);
        retrying = setTimeout(tryStream, RETRY_MS);
      },
    });
  };
  const begin = () => {
    pause();
    if (visibility.isHidden()) ask(HIDDEN_POLL_MS);
    else tryStream();
  };
  const forget = visibility.subscribe(begin);
  function stop() {
    forget();
    pause();
  }
  begin();
  return stop;
}
