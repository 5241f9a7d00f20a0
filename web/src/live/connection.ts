import { useSyncExternalStore } from "react";

/** What the pages know of the way to the server. */
export type Connection = "there" | "offline" | "silent";

let isSilent = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Told by every call whether the server answered. */
export function noteAnswer(hasAnswered: boolean): void {
  if (isSilent === !hasAnswered) return;
  isSilent = !hasAnswered;
  tell();
}

function read(): Connection {
  if (!navigator.onLine && isSilent) return "offline";
  return isSilent ? "silent" : "there";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/**
 * Whether the server answers. A computer that says it is offline may still reach a server on itself, so that only a
 * call that got no answer counts.
 */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, read);
}
