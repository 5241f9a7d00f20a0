import type { ReactNode } from "react";
import "./facts.css";

/** Names and values, one below the other: the details of one thing. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One name and its value. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
