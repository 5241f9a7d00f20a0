import { ROLE_LABELS } from "#contract/labels.ts";
import type { User } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Time } from "../../ui/Time.tsx";
import { useNow } from "../../ui/use-now.ts";
import { Value } from "../../ui/Value.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { StateBadge } from "../directory/StateBadge.tsx";
import { userMessages } from "./messages.ts";

/** Whether the user can sign in, as what, and how the invitation stands. */
export function AccessCard({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const { role, products, invitation } = user;
  return (
    <Card title={t("access")}>
      <Facts>
        <Fact name={words("status")}>
          <StateBadge user={user} />
        </Fact>
        <Fact name={words("role")}>{ROLE_LABELS[role][language]}</Fact>
        <Fact name={t("products")}>
          <Value value={products} />
        </Fact>
        {(invitation !== null || user.status === "invited") && (
          <Fact name={t("invitation")}>
            <InvitationState invitation={invitation} />
          </Fact>
        )}
      </Facts>
    </Card>
  );
}

const MAIL = {
  none: "mailNone",
  waiting: "mailWaiting",
  sent: "mailSent",
  failed: "mailFailed",
} as const;

function InvitationState({ invitation }: { invitation: User["invitation"] }) {
  const t = useMessages(userMessages);
  const rich = useRichMessages(userMessages);
  const now = useNow();
  if (invitation === null) return t("noInvitation");
  const { createdAt, expiresAt, mail } = invitation;
  const isOver = new Date(expiresAt) <= now;
  return (
    <>
      {rich("invitedAt", { time: <Time at={createdAt} show="absolute" /> })},{" "}
      {rich(isOver ? "expiredAt" : "validUntil", { time: <Time at={expiresAt} show="absolute" /> })}
      , {t(MAIL[mail])}
    </>
  );
}
