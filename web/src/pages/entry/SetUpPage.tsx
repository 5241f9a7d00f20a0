import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { isProblem } from "../../api/api-problem.ts";
import { call } from "../../api/call.ts";
import { signInOptionsQuery } from "../../api/me.ts";
import { PlainPage } from "../../frame/PlainPage.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { readLinkToken } from "./link-token.ts";
import { entryMessages } from "./messages.ts";
import { isSoundPassword, NewPasswordField } from "./NewPasswordField.tsx";

/** The first start: names the workspace and makes the first admin, who is signed in then. */
export function SetUpPage() {
  const t = useMessages(entryMessages);
  const options = useQuery(signInOptionsQuery);
  const token = readLinkToken(window.location.hash);
  const product = options.data?.productName ?? "Muster";
  return (
    <PlainPage title={t("setUpTitle", { product })} product={product}>
      {options.isError && (
        <ErrorCallout
          error={options.error}
          title={t("loadFailed")}
          onRetry={() => void options.refetch()}
          isRetrying={options.isFetching}
        />
      )}
      {options.data?.setUpNeeded === false && (
        <>
          <p>{t("isSetUp", { product })}</p>
          <ButtonLink to="/sign-in" search={{}} tone="primary">
            {t("toSignIn")}
          </ButtonLink>
        </>
      )}
      {options.data?.setUpNeeded === true && token === null && (
        <Callout tone="caution">{t("noSetUpToken", { product })}</Callout>
      )}
      {options.data?.setUpNeeded === true && token !== null && (
        <SetUpForm token={token} hasWorkspace={options.data.hasWorkspace} />
      )}
    </PlainPage>
  );
}

function SetUpForm({ token, hasWorkspace }: { token: string; hasWorkspace: boolean }) {
  const t = useMessages(entryMessages);
  const router = useRouter();
  const queryClient = useQueryClient();
  const [workspaceName, setWorkspaceName] = useState("");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const setUp = useMutation({
    mutationFn: () =>
      call("POST /api/v1/setup", {
        body: {
          ...{ token, name: name.trim(), email: email.trim(), password },
          ...(hasWorkspace ? {} : { workspaceName: workspaceName.trim() }),
        },
      }),
    onSuccess: async () => {
      queryClient.clear();
      await router.navigate({ to: "/syncs", search: {}, replace: true });
    },
  });
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(email.trim());
  const isNamed = hasWorkspace || workspaceName.trim() !== "";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isNamed && name.trim() !== "" && isEmail && isSoundPassword(password)) setUp.mutate();
  };

  return (
    <form onSubmit={submit} noValidate>
      <p className="muted">{t("setUpText")}</p>
      {!hasWorkspace && (
        <TextField
          label={t("workspace")}
          hint={t("workspaceHint")}
          autoComplete="organization"
          isRequired
          autoFocus
          maxLength={100}
          value={workspaceName}
          onChange={setWorkspaceName}
          error={isChecked && !isNamed ? t("fillWorkspace") : null}
        />
      )}
      <TextField
        label={t("name")}
        autoComplete="name"
        isRequired
        autoFocus={hasWorkspace}
        maxLength={100}
        value={name}
        onChange={setName}
        error={isChecked && name.trim() === "" ? t("fillName") : null}
      />
      <TextField
        label={t("email")}
        type="email"
        autoComplete="username"
        isRequired
        value={email}
        onChange={setEmail}
        error={isChecked && !isEmail ? t("fillEmail") : null}
      />
      <NewPasswordField value={password} onChange={setPassword} isChecked={isChecked} />
      {setUp.isError &&
        (isProblem(setUp.error, 410) ? (
          <Callout tone="danger" isAlert>
            {t("setUpLinkEnded")}
          </Callout>
        ) : (
          <ErrorCallout error={setUp.error} title={t("setUpFailed")} wasChange />
        ))}
      <Button type="submit" tone="primary" isPending={setUp.isPending}>
        {t("setUp")}
      </Button>
    </form>
  );
}
