import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ApiProblem } from "../api/api-problem.ts";
import { signOut } from "../api/me.ts";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { frameMessages } from "./messages.ts";
import { PlainPage } from "./PlainPage.tsx";

/** For somebody who is signed in and may not see provisioning: whom to ask. */
export function Forbidden({ problem }: { problem: ApiProblem }) {
  const t = useMessages(frameMessages);
  const { choice } = useFormats();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { admins = [] } = problem.subjects;
  const change = async () => {
    await signOut().catch(() => undefined);
    await navigate({ to: "/sign-in", search: {} });
    queryClient.clear();
  };
  return (
    <PlainPage title={t("forbiddenTitle")}>
      <p>
        {admins.length === 0 ? t("forbiddenAskAny") : t("forbiddenAsk", { admins: choice(admins) })}
      </p>
      <Button onPress={() => void change()}>{t("signInAsOther")}</Button>
    </PlainPage>
  );
}
