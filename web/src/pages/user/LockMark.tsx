import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeUser, type Origins, type User, userKeys, userQuery } from "../../api/users.ts";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { describeError } from "../../ui/describe-error.ts";
import { Icon } from "../../ui/icons/Icon.tsx";
import { Time } from "../../ui/Time.tsx";
import { showToast } from "../../ui/toasts.ts";
import { userMessages } from "./messages.ts";

type Lock = User["locks"][string];

interface LockMarkProps {
  user: User;
  property: string;
  /** What the property is called. */
  label: string;
  lock: Lock;
  origin: Origins[string] | undefined;
}

/** That no sync changes a value, since when and by whom; and the way back. */
export function LockMark({ user, property, label, lock, origin }: LockMarkProps) {
  const t = useMessages(userMessages);
  const rich = useRichMessages(userMessages);
  const mayChange = useMayChange();
  return (
    <span className="profile-lock">
      <Icon name="lock" size={14} />
      <span>
        {isOneAct(lock, origin)
          ? t("locked")
          : rich("lockedBy", { name: lock.by, time: <Time at={lock.at} show="date" /> })}
      </span>
      {mayChange && <UnlockButton {...{ user, property, label }} />}
    </span>
  );
}

const MINUTE_MS = 60_000;

/** Whether the value was set and locked in one go: then both are told as one. */
function isOneAct(lock: Lock, origin: Origins[string] | undefined): boolean {
  if (origin?.by !== "person" || origin.name !== lock.by) return false;
  return Math.abs(Date.parse(origin.at) - Date.parse(lock.at)) < MINUTE_MS;
}

function UnlockButton({ user, property, label }: Omit<LockMarkProps, "lock" | "origin">) {
  const t = useMessages(userMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const unlock = useMutation({
    mutationFn: () => changeUser(user.id, { locked: { [property]: false } }),
    onSuccess: async (next) => {
      // The history may still be on its way, as it was before: then nothing would ask for it again.
      await queryClient.cancelQueries({ queryKey: userKeys.all });
      queryClient.setQueryData(userQuery(user.id).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      showToast({ tone: "good", text: t("unlocked", { field: label }) });
    },
    onError: (error) =>
      showToast({ tone: "danger", text: `${t("notUnlocked")} ${describeError(error, language)}` }),
  });
  return (
    <Button
      size="small"
      tone="quiet"
      isPending={unlock.isPending}
      aria-label={t("unlockOf", { field: label })}
      onPress={() => unlock.mutate()}
    >
      {t("unlock")}
    </Button>
  );
}
