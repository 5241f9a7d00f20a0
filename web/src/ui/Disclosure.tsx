import type { ReactNode } from "react";
import { Icon } from "./icons/Icon.tsx";
import "./disclosure.css";

interface DisclosureProps {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}

/** Something that is there for who wants to see it. */
export function Disclosure({ title, isOpen = false, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>
        <Icon name="chevronRight" size={14} />
        {title}
      </summary>
      {children}
    </details>
  );
}
