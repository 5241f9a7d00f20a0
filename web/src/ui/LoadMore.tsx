import { useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import "./load-more.css";

interface LoadMoreProps {
  isLoading: boolean;
  onMore: () => void;
  children: string;
}

/** At the end of a list that goes on: loads more when it comes into view, and by a press for who does not scroll. */
export function LoadMore({ isLoading, onMore, children }: LoadMoreProps) {
  const mark = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    const element = mark.current;
    if (element === null || isLoading) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more.current();
      },
      // A window ahead, so that who scrolls at a usual pace never waits.
      { rootMargin: "600px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div ref={mark} className="load-more">
      <Button isPending={isLoading} onPress={onMore}>
        {children}
      </Button>
    </div>
  );
}
