import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { call } from "../../api/call.ts";
import { sessionsQuery } from "../../api/me.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { showToast } from "../../ui/toasts.ts";
import { accountMessages } from "./messages.ts";

/** The shortest and the longest password there may be (contract: PASSWORD_LENGTH). */
const LEAST = 8;
const MOST = 128;

/** Changes the password; every other session ends with the old one. */
export function PasswordCard() {
  const t = useMessages(accountMessages);
  const queryClient = useQueryClient();
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNext] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      call("POST /api/auth/change-password", { body: { currentPassword, newPassword } }),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      setIsChecked(false);
      void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      showToast({ tone: "good", text: t("changed") });
    },
  });
  const isWrong = change.error instanceof ApiProblem && change.error.code === "wrong_password";
  const isShort = newPassword.length < LEAST;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (currentPassword !== "" && !isShort) change.mutate();
  };
  const currentError = () => {
    if (isChecked && currentPassword === "") return t("fillCurrent");
    return isWrong ? t("wrongCurrent") : null;
  };

  return (
    <Card title={t("password")} hint={t("passwordHint")}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={t("current")}
          type="password"
          autoComplete="current-password"
          isRequired
          value={currentPassword}
          onChange={(value) => {
            change.reset();
            setCurrent(value);
          }}
          error={currentError()}
        />
        <TextField
          label={t("next")}
          hint={t("nextHint", { least: LEAST })}
          type="password"
          autoComplete="new-password"
          isRequired
          maxLength={MOST}
          value={newPassword}
          onChange={setNext}
          error={isChecked && isShort ? t("nextShort", { least: LEAST }) : null}
        />
        {change.isError && !isWrong && (
          <ErrorCallout error={change.error} title={t("notChanged")} wasChange />
        )}
        <Button type="submit" tone="primary" isPending={change.isPending}>
          {t("change")}
        </Button>
      </form>
    </Card>
  );
}
