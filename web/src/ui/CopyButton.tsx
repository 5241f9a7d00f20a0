import { useEffect, useRef, useState } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { announce } from "./announce.ts";
import { Button } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";
import { uiMessages } from "./messages.ts";
import { showToast } from "./toasts.ts";

interface CopyButtonProps {
  /** The text that is copied. */
  text: string;
  /** What it is, after "Copy": "request ID". */
  what: string;
  /** Shows words beside the picture. */
  children?: string;
  size?: "usual" | "small";
  onCopied?: () => void;
}

const SHOWN_MS = 2000;

/** Copies a text; says so with a tick, and aloud. */
export function CopyButton({ text, what, children, size = "small", onCopied }: CopyButtonProps) {
  const t = useMessages(uiMessages);
  const [isCopied, setIsCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = async () => {
    try {
      await copyText(text);
    } catch {
      showToast({ tone: "danger", text: t("copyFailed") });
      return;
    }
    announce(t("copied"));
    onCopied?.();
    setIsCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsCopied(false), SHOWN_MS);
  };

  const icon = isCopied ? "check" : "copy";
  if (children !== undefined) {
    return (
      <Button size={size} icon={icon} onPress={() => void copy()}>
        {isCopied ? t("copied") : children}
      </Button>
    );
  }
  return (
    <IconButton
      size={size}
      icon={icon}
      label={isCopied ? t("copied") : t("copyLabel", { what })}
      onPress={() => void copy()}
    />
  );
}

/** Puts a text on the clipboard; over plain HTTP browsers offer only the old way. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "heard";
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  if (!isDone) throw new Error("The browser refused to copy.");
}
