import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { describeSsoRefusal } from "#contract/sso-refusals.ts";
import { isProblem } from "../../api/api-problem.ts";
import { call } from "../../api/call.ts";
import { signInOptionsQuery } from "../../api/me.ts";
import { PlainPage } from "../../frame/PlainPage.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { buttonClass } from "../../ui/button-class.ts";
import { Callout } from "../../ui/Callout.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { noteArrival } from "../../url/arrival.ts";
import { readReturnAddress } from "../../url/return-address.ts";
import { signInMessages } from "./messages.ts";

const route = getRouteApi("/sign-in");

/** Email and password; then on to where one wanted to go. */
export function SignInPage() {
  const t = useMessages(signInMessages);
  const search = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const language = useLanguage();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setIsChecked] = useState(false);

  const options = useQuery(signInOptionsQuery);
  const product = options.data?.productName ?? "Muster";

  const signIn = useMutation({
    mutationFn: () => call("POST /api/auth/sign-in", { body: { email: email.trim(), password } }),
    onSuccess: async () => {
      queryClient.clear();
      const address = readReturnAddress(search.return, window.location.origin);
      noteArrival(address);
      await router.navigate({ href: address, replace: true });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (email.trim() !== "" && password !== "") signIn.mutate();
  };

  return (
    <PlainPage title={t("title")} product={product}>
      {options.data?.setUpNeeded === true && <Callout>{t("setUpFirst", { product })}</Callout>}
      {search.refused !== undefined && !signIn.isError && (
        <Callout tone="danger">{describeSsoRefusal(search.refused, language, product)}</Callout>
      )}
      {options.data?.singleSignOn != null && (
        <SingleSignOnLink {...options.data.singleSignOn} returnTo={search.return} />
      )}
      <form onSubmit={submit} noValidate>
        {signIn.isError && <Refusal error={signIn.error} />}
        <TextField
          label={t("email")}
          type="email"
          autoComplete="username"
          autoFocus
          isRequired
          value={email}
          onChange={setEmail}
          error={isChecked && email.trim() === "" ? t("fillEmail") : null}
        />
        <TextField
          label={t("password")}
          type="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
          error={isChecked && password === "" ? t("fillPassword") : null}
        />
        <Button type="submit" tone="primary" isPending={signIn.isPending}>
          {t("signIn")}
        </Button>
      </form>
    </PlainPage>
  );
}

/** Leaves these pages for the provider, which sends the person back. */
function SingleSignOnLink({
  label,
  path,
  returnTo,
}: {
  label: string | null;
  path: string;
  returnTo: string | undefined;
}) {
  const t = useMessages(signInMessages);
  const query = returnTo === undefined ? "" : `?${new URLSearchParams({ returnTo })}`;
  return (
    <>
      <a className={buttonClass({})} href={`${path}${query}`}>
        {label === null ? t("singleSignOn") : t("singleSignOnWith", { provider: label })}
      </a>
      <p className="plain-or">{t("orPassword")}</p>
    </>
  );
}

function Refusal({ error }: { error: Error }) {
  const t = useMessages(signInMessages);
  // A malformed email is simply not the right one.
  if (isProblem(error, 401) || isProblem(error, 422)) {
    return (
      <Callout tone="danger" isAlert>
        {t("wrong")}
      </Callout>
    );
  }
  if (isProblem(error, 429)) {
    const minutes = Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60));
    return (
      <Callout tone="danger" isAlert>
        {t("locked", { n: minutes })}
      </Callout>
    );
  }
  return <ErrorCallout error={error} title={t("failed")} />;
}
