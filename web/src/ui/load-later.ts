import { type ComponentType, createElement, lazy, Suspense } from "react";

/**
 * A part of a page whose code is loaded when it is first shown, such as a form in a dialog:
 * `const Form = loadLater(async () => (await import("./Form.tsx")).Form)`.
 */
export function loadLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded = lazy<ComponentType<Props>>(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return createElement(Suspense, { fallback: null }, createElement(Loaded, props));
  };
}
