import type { ReactNode } from "react";
import "./card.css";

interface CardProps {
  title?: string;
  /** A sentence under the title. */
  hint?: ReactNode;
  /** At the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page with a title of its own, as a group of settings. */
export function Card({ title, hint, actions, children }: CardProps) {
  return (
    <section className="card">
      {(title !== undefined || actions !== undefined) && (
        <header className="card-head">
          <div>
            {title !== undefined && <h2>{title}</h2>}
            {hint !== undefined && <p className="muted">{hint}</p>}
          </div>
          {actions !== undefined && <div className="card-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
