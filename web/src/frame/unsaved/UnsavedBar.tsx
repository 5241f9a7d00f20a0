import { useBlocker } from "@tanstack/react-router";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/Dialog.tsx";

import { unsavedMessages } from "./messages.ts";
import "./unsaved-bar.css";

/** One change as people read it: what, from, to. */
export interface UnsavedChange {
  label: string;
  before: string;
  after: string;
}

interface UnsavedBarProps {
  changes: readonly UnsavedChange[];
  onDiscard: () => void;
  onSave: () => void;
  isPending: boolean;
  /** Some value cannot be saved; its field says why. */
  isDisabled?: boolean;
}

/** What would be saved, in words, at the foot of a page of settings. Leaving the page asks first. */
export function UnsavedBar({ changes, onDiscard, onSave, isPending, isDisabled }: UnsavedBarProps) {
  const t = useMessages(unsavedMessages);
  const hasChanges = changes.length > 0;
  const leaving = useBlocker({
    shouldBlockFn: () => hasChanges,
    enableBeforeUnload: hasChanges,
    withResolver: true,
  });
  if (!hasChanges) return null;
  return (
    <>
      <section className="unsaved-bar" aria-label={t("unsaved", { n: changes.length })}>
        <div className="unsaved-words">
          <strong>{t("unsaved", { n: changes.length })}</strong>
          <ul>
            {changes.map(({ label, before, after }) => (
              <li key={label}>{t("unsavedChange", { label, before, after })}</li>
            ))}
          </ul>
        </div>
        <div className="unsaved-buttons">
          <Button onPress={onDiscard} isDisabled={isPending}>
            {t("discard")}
          </Button>
          <Button
            tone="primary"
            onPress={onSave}
            isPending={isPending}
            isDisabled={isDisabled === true}
          >
            {t("save")}
          </Button>
        </div>
      </section>
      <ConfirmDialog
        title={t("leaveTitle")}
        isOpen={leaving.status === "blocked"}
        onClose={() => leaving.reset?.()}
        onConfirm={() => leaving.proceed?.()}
        cancelLabel={t("stay")}
        confirmLabel={t("leave")}
        isDanger
      >
        <p>{t("leaveText")}</p>
      </ConfirmDialog>
    </>
  );
}
