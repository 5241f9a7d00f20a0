import type { Sync } from "../api/syncs.ts";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Callout } from "../ui/Callout.tsx";
import { useNow } from "../ui/use-now.ts";
import { runMessages } from "./messages.ts";

const SECTIONS = ["members", "teams", "teamMappings"] as const;

/** Says which data a sync had: of which push, from when, how much. */
export function useInputInWords(): (sync: Sync) => string {
  const t = useMessages(runMessages);
  const { dateTime } = useFormats();
  const now = useNow();
  return ({ number, input, mode, createdAt }) => {
    const parts = SECTIONS.flatMap((name) => {
      const found = input.sections.find(({ section }) => section === name);
      return found === undefined ? [] : [t(name, { n: found.rows })];
    });
    return t("storedHint", {
      ...{ number: String(number), time: dateTime(new Date(input.acceptedAt ?? createdAt), now) },
      sections: [...parts, ...(mode === "partial" ? [t("partial")] : [])].join(", "),
    });
  };
}

/** Tells, of data that is not the newest, that its sync will wait (domain rules, section 11, "Runs"). */
export function OlderInput({ sync, lastPush }: { sync: Sync; lastPush: Sync | null }) {
  const t = useMessages(runMessages);
  const { dateTime } = useFormats();
  const now = useNow();
  const accepted = sync.input.acceptedAt;
  const newest = lastPush?.input.acceptedAt ?? null;
  if (accepted === null || newest === null || Date.parse(accepted) >= Date.parse(newest)) {
    return null;
  }
  return <Callout tone="caution">{t("older", { time: dateTime(new Date(newest), now) })}</Callout>;
}
