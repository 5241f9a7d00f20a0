import { lazy, Suspense, useEffect, useState } from "react";
import { toastQueue } from "./toasts.ts";

const ToastRegion = lazy(async () => ({
  default: (await import("./ToastRegion.tsx")).ToastRegion,
}));

/** The place of toasts; what shows them is loaded with the first. */
export function Toasts() {
  const [isNeeded, setIsNeeded] = useState(() => toastQueue.visibleToasts.length > 0);
  useEffect(() => toastQueue.subscribe(() => setIsNeeded(true)), []);
  return isNeeded ? (
    <Suspense>
      <ToastRegion />
    </Suspense>
  ) : null;
}
