import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meQuery } from "../../api/me.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { usePreferences } from "../../frame/use-preferences.ts";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { accountMessages } from "./messages.ts";
import { PasswordCard } from "./PasswordCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";
import "./account.css";

/** One's own account: password, sessions, where to choose email, keys. */
export function AccountPage() {
  const t = useMessages(accountMessages);
  const rich = useRichMessages(accountMessages);
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
        <Card title={t("email")}>
          <p>
            {rich("emailChosen", {
              page: <Link to="/provisioning/rules">{t("rulesPage")}</Link>,
            })}
          </p>
        </Card>
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
