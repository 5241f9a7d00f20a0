import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}

/** A tab that was hidden may have slept through its minutes. */
function tickWhenSeen(): void {
  if (document.visibilityState === "visible") tick();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = new Date();
    timer = setInterval(tick, MINUTE);
    document.addEventListener("visibilitychange", tickWhenSeen);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tickWhenSeen);
  };
}

/** The time, to the minute: one timer for all "3 minutes ago" of a page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}
