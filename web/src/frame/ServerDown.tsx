import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { send } from "../api/call.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { uiMessages } from "../ui/messages.ts";
import { frameMessages } from "./messages.ts";
import { PlainPage } from "./PlainPage.tsx";

const ASK_AGAIN_MS = 5000;

/** Instead of everything, when the server did not answer before there was anything to show. */
export function ServerDown() {
  const t = useMessages(frameMessages);
  const ui = useMessages(uiMessages);
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);

  const ask = async () => {
    setIsAsking(true);
    try {
      await send("/healthz", { cache: "no-store" });
      await router.invalidate();
    } catch {
      setIsAsking(false);
    }
  };
  useEffect(() => {
    const timer = setInterval(() => {
      send("/healthz", { cache: "no-store" }).then(
        () => router.invalidate(),
        () => undefined,
      );
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <PlainPage title={t("serverDownTitle")}>
      <p>{t("serverDownText")}</p>
      <Button tone="primary" onPress={() => void ask()} isPending={isAsking}>
        {ui("retry")}
      </Button>
    </PlainPage>
  );
}
