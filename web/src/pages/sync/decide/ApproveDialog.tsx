import { useState } from "react";
import { labelOfLimit } from "#contract/limit-labels.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ConfirmDialog } from "../../../ui/Dialog.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { Effects } from "../header/Effects.tsx";
import { DecidedDialog } from "./DecidedDialog.tsx";
import { type Confirmation, findConfirmation, isTyped, type Removal } from "./find-confirmation.ts";
import { ImpactFacts } from "./ImpactFacts.tsx";
import { decideMessages } from "./messages.ts";
import { useDecision } from "./use-decision.ts";

/** What would be written on the button, by what approving takes away. */
const BUTTONS = {
  none: "approveUpdates",
  endAccess: "approveEndAccess",
  deleteUsers: "approveDeleteUsers",
  removeUsers: "approveRemoveUsers",
  deleteTeams: "approveDeleteTeams",
  removeUsersAndTeams: "approveRemoveUsersAndTeams",
} as const satisfies Record<Removal, string>;

const MOST_WORDS = 2000;

/** The last look before updates are applied: what they do, what is unusual about it, and the number to type past the limit. */
export function ApproveDialog({ sync, onClose }: { sync: Sync; onClose: () => void }) {
  const t = useMessages(decideMessages);
  const [note, setNote] = useState("");
  const [typed, setTyped] = useState("");
  const decision = useDecision("approve");
  const confirmation = findConfirmation(sync);
  const { removal, count, removals, isDanger } = confirmation;
  // It may wait for what it does not do, such as addresses that others have.
  const isEmpty = sync.updates.planned === 0;
  if (sync.phase !== "awaiting_approval" && (decision.isIdle || decision.isError)) {
    return <DecidedDialog sync={sync} onClose={onClose} />;
  }
  return (
    <ConfirmDialog
      isOpen
      title={isEmpty ? t("approveNoneTitle") : t("approveTitle", { n: sync.updates.planned })}
      confirmLabel={isEmpty ? t("approveNone") : t(BUTTONS[removal], { n: count })}
      isDanger={isDanger}
      isPending={decision.isPending}
      isConfirmDisabled={confirmation.typed !== null && !isTyped(typed, confirmation.typed.number)}
      onClose={onClose}
      onConfirm={() =>
        decision.mutate({ comment: note, confirmRemovals: removals }, { onSuccess: onClose })
      }
    >
      <p>{t(isEmpty ? "approveNoneText" : "approveText")}</p>
      <Effects sync={sync} onFollow={onClose} />
      <ImpactFacts sync={sync} confirmation={confirmation} onFollow={onClose} />
      <TextField
        label={t("note")}
        hint={t("noteHint")}
        value={note}
        onChange={setNote}
        maxLength={MOST_WORDS}
        isLong
        isOptional
      />
      <TypedNumber confirmation={confirmation} value={typed} onChange={setTyped} />
      {decision.isError && (
        <ErrorCallout error={decision.error} title={t("approveFailed")} wasChange />
      )}
    </ConfirmDialog>
  );
}

/** Past the limit for removals: their number, typed by hand. */
function TypedNumber({
  confirmation: { typed, removal },
  value,
  onChange,
}: {
  confirmation: Confirmation;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useMessages(decideMessages);
  const language = useLanguage();
  const { number: write } = useFormats();
  if (typed === null) return null;
  const number = write(typed.number);
  const isFull = value.replace(/\D/g, "").length >= String(typed.number).length;
  const label =
    removal === "none"
      ? t("typeOther", { number, what: labelOfLimit(typed.limit, language) ?? "" })
      : t(TYPE_LABELS[removal], { number });
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      autoComplete="off"
      error={isFull && !isTyped(value, typed.number) ? t("typedWrong", { number }) : null}
    />
  );
}

const TYPE_LABELS = {
  endAccess: "typeAccess",
  deleteUsers: "typeDeletions",
  deleteTeams: "typeDeletions",
  removeUsers: "typeRemovals",
  removeUsersAndTeams: "typeRemovals",
} as const satisfies Record<Exclude<Removal, "none">, string>;
