import { type ReactNode, useEffect, useRef } from "react";
import { usePageTitle } from "./use-page-title.ts";
import "./page-header.css";

interface PageHeaderProps {
  /** The main heading. */
  title: ReactNode;
  /** For the tab of the browser, where it is not the heading itself. */
  tabTitle?: string;
  /** Where the page is: links, over the heading. */
  trail?: ReactNode;
  /** Beside the heading: a badge. */
  mark?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
  /** A sentence under the heading. */
  children?: ReactNode;
}

/** Whether a page has been shown before this one, so that focus must be led to the new one. */
let isFirstPage = true;

/** The head of a page: trail, heading, actions. The heading takes focus, so that a new page is read out. */
export function PageHeader({ title, tabTitle, trail, mark, actions, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(tabTitle ?? (typeof title === "string" ? title : ""));
  useEffect(() => {
    // Somebody who is typing, or is led elsewhere by the page itself, is not interrupted.
    const isFree = document.activeElement === null || document.activeElement === document.body;
    const isAway = document.activeElement?.closest("main") == null;
    if (!isFirstPage && (isFree || isAway)) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <header className="page-header">
      <div className="page-header-words">
        {trail !== undefined && <div className="page-trail">{trail}</div>}
        <div className="page-heading">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {mark}
        </div>
        {children !== undefined && <div className="page-summary">{children}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}
