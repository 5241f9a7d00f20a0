import { useState } from "react";
import type { Sync } from "../api/syncs.ts";
import { useMayChange } from "../frame/use-may-change.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { runMessages } from "./messages.ts";
import { RunSyncDialog } from "./run-sync-dialog.ts";

/**
 * The button that starts a sync, and its dialog. On a report, `sync` is the one whose data may be run again. Who may only
 * look has no such button.
 */
export function RunNewSync({
  sync,
  tone = "primary",
}: {
  sync?: Sync;
  tone?: "primary" | "plain";
}) {
  const t = useMessages(runMessages);
  const mayRun = useMayChange();
  const [isOpen, setIsOpen] = useState(false);
  if (!mayRun) return null;
  return (
    <>
      <Button tone={tone} onPress={() => setIsOpen(true)}>
        {t("run")}
      </Button>
      {isOpen && (
        <RunSyncDialog {...(sync === undefined ? {} : { sync })} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
