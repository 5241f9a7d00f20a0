import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../api/me.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { usePreferences } from "../../frame/use-preferences.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { accountMessages } from "./messages.ts";
import { PasswordCard } from "./PasswordCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";
import "./account.css";

/** One's own account: password, sessions, keys. */
export function AccountPage() {
  const t = useMessages(accountMessages);
  const { data: me } = useQuery(meQuery);
  const { preferences, change } = usePreferences();
  return (
    <>
      <PageHeader title={t("title")}>
        {me?.name} · {me?.email}
      </PageHeader>
      <div className="account">
        <PasswordCard />
        <SessionsCard />
        <Card title={t("keys")}>
          <Switch
            label={t("singleKeys")}
            hint={t("singleKeysHint")}
            isSelected={preferences.singleKeys}
            onChange={(singleKeys) => change({ singleKeys })}
          />
        </Card>
      </div>
    </>
  );
}
