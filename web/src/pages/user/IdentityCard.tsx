import { Link } from "@tanstack/react-router";
import type { User } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Time } from "../../ui/Time.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { userMessages } from "./messages.ts";

/** By which ids the user goes, and where from. */
export function IdentityCard({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const words = useMessages(directoryMessages);
  const { id, externalId, source, createdAt, lastSync } = user;
  return (
    <Card title={t("identity")}>
      <Facts>
        <Fact name={t("userId")}>
          <Id text={id} what={t("userId")} />
        </Fact>
        {externalId !== null && (
          <Fact name={t("externalId")}>
            <Id text={externalId} what={t("externalId")} />
          </Fact>
        )}
        <Fact name={t("source")}>
          {source === null ? words("byHand") : source.name}
          {source?.active === false && (
            <p className="muted">{words("claimInactive", { source: source.name })}</p>
          )}
        </Fact>
        <Fact name={t("created")}>
          <Time at={createdAt} show="absolute" />
        </Fact>
        {lastSync !== null && (
          <Fact name={t("lastSync")}>
            <Link to="/syncs/$id" params={{ id: String(lastSync.number) }} search={{}}>
              {words("syncNumber", { number: String(lastSync.number) })}
            </Link>
          </Fact>
        )}
      </Facts>
    </Card>
  );
}

function Id({ text, what }: { text: string; what: string }) {
  return (
    <span className="user-id">
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  );
}
