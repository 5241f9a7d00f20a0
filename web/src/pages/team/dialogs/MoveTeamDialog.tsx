import { useState } from "react";
import type { Team } from "../../../api/teams.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { describeFieldError } from "../../../ui/describe-error.ts";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { TeamField } from "../../directory/TeamField.tsx";
import { teamMessages } from "../messages.ts";
import { SyncedNotice } from "../SyncedNotice.tsx";
import { TeamForm } from "./TeamForm.tsx";
import { useTeamChange } from "./use-team-change.ts";

/** Puts a team under another one, or under none. */
export function MoveTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useMessages(teamMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const [parent, setParent] = useState(team.parent);
  const change = useTeamChange(team, (next) => t("moved", { name: next.name }), onClose);
  // The refusal names the ring; the field alone would only say that there is one.
  const fault = describeFieldError(change.error, "parentId", language);
  return (
    <TeamForm
      title={t("moveTitle", { name: team.name })}
      confirmLabel={t("moveConfirm")}
      isPending={change.isPending}
      error={change.error}
      errorTitle={t("saveFailed")}
      fields={["parentId"]}
      onClose={onClose}
      onSubmit={() => change.mutate({ parentId: parent?.id ?? null })}
    >
      <SyncedNotice team={team} />
      <TeamField
        label={t("parent")}
        hint={t("parentHint")}
        value={parent}
        onChange={setParent}
        except={team.id}
        autoFocus
        error={fault === null ? null : describeRefusal(change.error, words, language)}
      />
    </TeamForm>
  );
}
