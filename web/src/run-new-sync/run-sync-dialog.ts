import { createElement, lazy, Suspense } from "react";
import type { RunSyncDialogProps } from "./RunSyncForm.tsx";

const Loaded = lazy(async () => ({ default: (await import("./RunSyncForm.tsx")).RunSyncForm }));

/** The dialog that starts a sync, loaded when it is opened. */
export function RunSyncDialog(props: RunSyncDialogProps) {
  return createElement(Suspense, { fallback: null }, createElement(Loaded, props));
}
