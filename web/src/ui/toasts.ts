import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";
import type { Tone } from "./Badge.tsx";

/** A short word about something that was done elsewhere on the page, or went wrong there. */
export interface ToastText {
  tone?: Tone;
  text: string;
  /** A second chance: "Undo", "Show". */
  action?: { label: string; onPress: () => void };
}

const SHOWN_MS = 6000;

/** The toasts that are shown; ToastRegion shows them. */
export const toastQueue = new ToastQueue<ToastText>({ maxVisibleToasts: 3 });

/** Shows a toast. Faults, and toasts with an action, stay until they are closed. */
export function showToast(toast: ToastText): void {
  const stays = toast.tone === "danger" || toast.action !== undefined;
  toastQueue.add(toast, stays ? {} : { timeout: SHOWN_MS });
}
