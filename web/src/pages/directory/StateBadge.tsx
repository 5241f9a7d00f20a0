import type { UserState } from "#contract/catalogue.ts";
import { USER_STATE_LABELS } from "#contract/labels.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge, type Tone } from "../../ui/Badge.tsx";
import type { IconName } from "../../ui/icons/paths.ts";
import { useNow } from "../../ui/use-now.ts";
import { directoryMessages } from "./messages.ts";

const LOOKS: Readonly<Record<UserState, { tone: Tone; icon: IconName }>> = {
  created: { tone: "neutral", icon: "dash" },
  invited: { tone: "info", icon: "clock" },
  active: { tone: "good", icon: "check" },
  deactivated: { tone: "neutral", icon: "lock" },
  deleted: { tone: "neutral", icon: "trash" },
};

interface Standing {
  status: UserState;
  invitation?: { expiresAt: string } | null;
}

/** Whether a user has access: icon, word and colour. */
export function StateBadge({ user: { status, invitation } }: { user: Standing }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const now = useNow();
  // Nobody can accept it any more: somebody has to do something.
  const isOver = status === "invited" && isPast(invitation?.expiresAt, now);
  if (isOver) {
    return (
      <Badge tone="caution" icon="clock">
        {t("invitationOver")}
      </Badge>
    );
  }
  return <Badge {...LOOKS[status]}>{USER_STATE_LABELS[status][language]}</Badge>;
}

function isPast(at: string | undefined, now: Date): boolean {
  return at !== undefined && new Date(at) <= now;
}
