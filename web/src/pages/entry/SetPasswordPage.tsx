import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isProblem } from "../../api/api-problem.ts";
import { call } from "../../api/call.ts";
import { PlainPage } from "../../frame/PlainPage.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { readLinkToken } from "./link-token.ts";
import { entryMessages } from "./messages.ts";
import { isSoundPassword, NewPasswordField } from "./NewPasswordField.tsx";

/** Sets a password by the one-time link that an admin has handed over. */
export function SetPasswordPage() {
  const t = useMessages(entryMessages);
  const token = readLinkToken(window.location.hash);
  const [password, setPassword] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const set = useMutation({
    mutationFn: (token: string) =>
      call("POST /api/auth/set-password", { body: { token, password } }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (token !== null && isSoundPassword(password)) set.mutate(token);
  };

  if (token === null || isProblem(set.error, 410)) {
    return (
      <PlainPage title={t("setPasswordTitle")}>
        <Callout tone="caution" isAlert={token !== null}>
          {t(token === null ? "noPasswordToken" : "passwordLinkEnded")}
        </Callout>
        <ButtonLink to="/sign-in" search={{}}>
          {t("toSignIn")}
        </ButtonLink>
      </PlainPage>
    );
  }
  if (set.isSuccess) {
    return (
      <PlainPage title={t("setPasswordTitle")}>
        <p role="status">{t("passwordSet")}</p>
        <ButtonLink to="/sign-in" search={{}} tone="primary">
          {t("toSignIn")}
        </ButtonLink>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t("setPasswordTitle")}>
      <form onSubmit={submit} noValidate>
        <p className="muted">{t("setPasswordText")}</p>
        <NewPasswordField
          label={t("newPassword")}
          value={password}
          onChange={setPassword}
          isChecked={isChecked}
        />
        {set.isError && <ErrorCallout error={set.error} title={t("passwordNotSet")} wasChange />}
        <Button type="submit" tone="primary" isPending={set.isPending}>
          {t("setPassword")}
        </Button>
      </form>
    </PlainPage>
  );
}
