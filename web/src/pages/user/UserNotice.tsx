import type { User } from "../../api/users.ts";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Time } from "../../ui/Time.tsx";
import { useNow } from "../../ui/use-now.ts";
import { userMessages } from "./messages.ts";

/** Why the user has no access, since when, and what can come next. */
export function UserNotice({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const rich = useRichMessages(userMessages);
  const now = useNow();
  const { name, status, erased, removedAt, removedBy, restorableUntil } = user;
  if (erased) {
    return (
      <Callout icon="trash" title={t("erasedNotice")}>
        {t("erasedText")}
      </Callout>
    );
  }
  if (removedAt === null) return null;
  const time = <Time at={removedAt} show="absolute" />;
  if (status === "deactivated") {
    const isBySync = removedBy === "sync";
    return (
      <Callout icon="lock" title={t("deactivatedNotice", { name })}>
        {isBySync
          ? rich("deactivatedBySync", { time, name })
          : rich("deactivatedByPerson", { time })}
      </Callout>
    );
  }
  if (status !== "deleted") return null;
  const isRestorable = restorableUntil !== null && new Date(restorableUntil) > now;
  return (
    <Callout icon="trash" title={t("deletedNotice", { name })}>
      {rich(removedBy === "sync" ? "deletedBySync" : "deletedByPerson", { time })}{" "}
      {isRestorable
        ? rich("restorable", { time: <Time at={restorableUntil} show="absolute" /> })
        : t("restorableOver")}
    </Callout>
  );
}
