import { type ReactNode, useEffect, useState } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { uiMessages } from "./messages.ts";
import "./skeleton.css";

/** What answers faster than this shows no placeholder, so that nothing flickers. */
const PATIENCE_MS = 150;

/** Whether what is waited for takes longer than nobody would notice. */
export function useIsSlow(isWaiting = true): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsSlow(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isWaiting]);
  return isWaiting && isSlow;
}

/** Placeholders, after a moment; before that their room, so that nothing moves. Said once to who hears the page. */
export function Loading({ children }: { children: ReactNode }) {
  const t = useMessages(uiMessages);
  const isSlow = useIsSlow();
  return (
    <div className="loading" data-slow={isSlow} aria-busy="true">
      {isSlow && (
        <span role="status" className="heard">
          {t("loading")}
        </span>
      )}
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** A grey bar where a line of text will be. */
export function SkeletonText({ width = "8rem" }: { width?: string }) {
  return <span className="skeleton" style={{ width }} aria-hidden="true" />;
}

/** Rows of a list that is on its way, of the height that they will have. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <Loading>
      <div className="skeleton-rows">
        {Array.from({ length: rows }, (_, index) => `row-${index}`).map((key) => (
          <div key={key} className="skeleton-row">
            <SkeletonText width="6rem" />
            <SkeletonText width="11rem" />
            <SkeletonText width="9rem" />
            <SkeletonText width="4rem" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
