import type { ReactNode } from "react";
import "./tiles.css";

/** A row of facts about one thing; two by two in a narrow window. */
export function Tiles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="tiles">
      {children}
    </section>
  );
}

interface TileProps {
  title: string;
  /** The fact: a number or a few words. */
  value: ReactNode;
  /** Words instead of a number are set smaller. */
  isText?: boolean;
  /** What there is to say about it. */
  children?: ReactNode;
}

/** One fact. Keeps its size while its value is on its way. */
export function Tile({ title, value, isText = false, children }: TileProps) {
  return (
    <div className="tile">
      <h2 className="tile-title">{title}</h2>
      <p className={isText ? "tile-value is-text" : "tile-value"}>{value}</p>
      {children !== undefined && <div className="tile-words">{children}</div>}
    </div>
  );
}
