import type { User } from "../../../api/users.ts";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Time } from "../../../ui/Time.tsx";
import { formMessages } from "./messages.ts";

interface LockChoiceProps {
  /** Which value: there is one of these for each. */
  label: string;
  /** Who has locked it, where somebody has. */
  lock: User["locks"][string] | undefined;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}

/** Whether syncs are to leave a value alone. */
export function LockChoice({ label, lock, isSelected, onChange }: LockChoiceProps) {
  const t = useMessages(formMessages);
  const rich = useRichMessages(formMessages);
  const hint = () => {
    if (!isSelected) return lock === undefined ? undefined : t("willUnlock");
    if (lock === undefined) return t("willLock");
    return rich("lockedBy", { name: lock.by, time: <Time at={lock.at} show="date" /> });
  };
  return (
    <fieldset className="lock-choice" aria-label={label}>
      <Checkbox label={t("keepValue")} hint={hint()} isSelected={isSelected} onChange={onChange} />
    </fieldset>
  );
}
