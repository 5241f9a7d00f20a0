import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { runningSyncsQuery } from "../api/syncs.ts";

/** A dot at the icon of the browser's tab while a sync is being worked on. */
export function RunningMark() {
  const { data } = useQuery(runningSyncsQuery);
  const isRunning = (data?.items.length ?? 0) > 0;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon === null) return;
    icon.href = isRunning ? "/favicon-running.svg" : "/favicon.svg";
    return () => {
      icon.href = "/favicon.svg";
    };
  }, [isRunning]);
  return null;
}
