import { type ButtonLook, buttonClass } from "./button-class.ts";
import { Icon } from "./icons/Icon.tsx";
import "./button.css";

/** Saves what is at an address of the server as a file; looks like a button. */
export function DownloadLink({
  href,
  tone,
  size,
  children,
  ...rest
}: ButtonLook & { href: string; children: string; "aria-label"?: string }) {
  return (
    <a {...rest} href={href} download className={buttonClass({ tone, size })}>
      <Icon name="download" />
      <span className="button-words">{children}</span>
    </a>
  );
}
