import { useMessages } from "../../i18n/use-messages.ts";
import { TextField } from "../../ui/TextField.tsx";
import { entryMessages } from "./messages.ts";

/** The shortest and the longest password there may be (contract: PASSWORD_LENGTH). */
const LEAST = 8;
const MOST = 128;

/** Whether a password can be set. */
export function isSoundPassword(password: string): boolean {
  return password.length >= LEAST && password.length <= MOST;
}

/** A new password, typed once: the browser's manager keeps it, and it can be looked at. */
export function NewPasswordField({
  value,
  onChange,
  isChecked,
  label,
}: {
  value: string;
  onChange: (password: string) => void;
  /** The form was sent once: what is wrong is said. */
  isChecked: boolean;
  label?: string;
}) {
  const t = useMessages(entryMessages);
  return (
    <TextField
      label={label ?? t("password")}
      hint={t("passwordHint", { least: LEAST })}
      type="password"
      autoComplete="new-password"
      isRequired
      value={value}
      onChange={onChange}
      maxLength={MOST}
      error={isChecked && !isSoundPassword(value) ? t("passwordShort", { least: LEAST }) : null}
    />
  );
}
