import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { send } from "../api/call.ts";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { useConnection } from "../live/connection.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/icons/Icon.tsx";
import { uiMessages } from "../ui/messages.ts";
import { frameMessages } from "./messages.ts";
import "./connection-bar.css";

const ASK_AGAIN_MS = 5000;

/** Asks whether the server is there; the answer, or its lack, is noted by the call itself. */
async function probe(): Promise<void> {
  await send("/healthz", { cache: "no-store" }).catch(() => undefined);
}

/** Over the page while the server cannot be reached: what is shown is from when, and Retry. */
export function ConnectionBar() {
  const t = useMessages(frameMessages);
  const ui = useMessages(uiMessages);
  const { time } = useFormats();
  const connection = useConnection();
  const queryClient = useQueryClient();
  const isThere = connection === "there";

  useEffect(() => {
    const ask = () => void probe();
    window.addEventListener("offline", ask);
    window.addEventListener("online", ask);
    return () => {
      window.removeEventListener("offline", ask);
      window.removeEventListener("online", ask);
    };
  }, []);

  const back = t("backOnline");
  useEffect(() => {
    if (isThere) return;
    const timer = setInterval(() => void probe(), ASK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      announce(back);
      void queryClient.invalidateQueries();
    };
  }, [isThere, queryClient, back]);

  if (isThere) return null;
  const newest = Math.max(
    0,
    ...queryClient
      .getQueryCache()
      .findAll({ type: "active" })
      .map(({ state }) => state.dataUpdatedAt),
  );
  const isOffline = connection === "offline";
  const words =
    newest === 0
      ? t(isOffline ? "offlineNoData" : "serverSilentNoData")
      : t(isOffline ? "offline" : "serverSilent", { time: time(new Date(newest)) });
  return (
    <div className="connection-bar" role="status">
      <Icon name="warning" />
      <span className="connection-words">{words}</span>
      <Button size="small" onPress={() => void probe()}>
        {ui("retry")}
      </Button>
    </div>
  );
}
