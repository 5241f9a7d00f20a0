import type { Sync } from "../api/syncs.ts";

/** What is needed of the browser's EventSource. */
export interface EventStream {
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

interface Listener {
  onChange(sync: Sync): void;
  onEnd(): void;
  /** Broken off, silent for too long, or not to be understood; it is closed. */
  onBroken(): void;
}

/** A stream that says nothing for so long from its start, not even the first state, will not. */
const BEGIN_MS = 5000;
/** The server says every 15 seconds that it is there; a network that went away says nothing. */
const SILENCE_MS = 40_000;

/** Listens to the events of a sync. Answers how to stop; nothing is told after that, nor after an end. */
export function listen(stream: EventStream, { onChange, onEnd, onBroken }: Listener): () => void {
  let isOver = false;
  let patience = setTimeout(giveUp, BEGIN_MS);

  function close() {
    isOver = true;
    clearTimeout(patience);
    stream.close();
  }
  function giveUp() {
    if (isOver) return;
    close();
    onBroken();
  }
  function wait() {
    clearTimeout(patience);
    patience = setTimeout(giveUp, SILENCE_MS);
  }
  const take = ({ data }: { data?: unknown }) => {
    if (isOver) return;
    const sync = readData(data);
    if (sync === null) return giveUp();
    wait();
    onChange(sync);
  };
  stream.addEventListener("phase", take);
  stream.addEventListener("progress", take);
  stream.addEventListener("alive", () => {
    if (!isOver) wait();
  });
  stream.addEventListener("end", () => {
    if (isOver) return;
    close();
    onEnd();
  });
  stream.addEventListener("error", giveUp);
  return close;
}

function readData(data: unknown): Sync | null {
  try {
    return JSON.parse(String(data)) as Sync;
  } catch {
    return null;
  }
}
