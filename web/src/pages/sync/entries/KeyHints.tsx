import type { ReactNode } from "react";
import { usePreferences } from "../../../frame/use-preferences.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { entriesMessages } from "./messages.ts";

/** The keys of a list, at its foot; for who has a keyboard and room. */
export function KeyHints({ isOpen }: { isOpen: boolean }) {
  const t = useMessages(entriesMessages);
  const { preferences } = usePreferences();
  if (!preferences.singleKeys) return null;
  return (
    <p className="key-hints">
      <Hint keys={["J", "K"]}>{t("keyMove")}</Hint>
      {isOpen ? (
        <Hint keys={["Esc"]}>{t("keyClose")}</Hint>
      ) : (
        <Hint keys={["Enter"]}>{t("keyOpen")}</Hint>
      )}
      <Hint keys={["/"]}>{t("keySearch")}</Hint>
      <Hint keys={["F"]}>{t("keyFilter")}</Hint>
      <Hint keys={["C"]}>{t("keyCopy")}</Hint>
      <Hint keys={["?"]}>{t("keyAll")}</Hint>
    </p>
  );
}

function Hint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}{" "}
      {children}
    </span>
  );
}
