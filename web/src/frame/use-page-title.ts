import { useEffect } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { frameMessages } from "./messages.ts";

/** Names the tab of the browser: "Sync report, failed · Provisioning". */
export function usePageTitle(title: string): void {
  const t = useMessages(frameMessages);
  const whole = t("titleOf", { title });
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
