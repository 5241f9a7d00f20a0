import { classNames } from "./class-names.ts";

/**
 * How a button looks. One `primary` a page at most; `danger` only for what takes something away for good;
 * `quiet` has no border until it is pointed at; `link` stands in running text and does something on this page.
 */
export interface ButtonLook {
  tone?: "primary" | "plain" | "quiet" | "danger" | "danger-plain" | "link" | undefined;
  size?: "usual" | "small" | undefined;
}

/** The classes of a button, for elements that only look like one. */
export function buttonClass(
  { tone = "plain", size = "usual" }: ButtonLook,
  isIcon = false,
): string {
  return classNames("button", `is-${tone}`, size === "small" && "is-small", isIcon && "is-icon");
}
