import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { placeUser, type Team, teamKeys, teamQuery } from "../../../api/teams.ts";
import { userKeys } from "../../../api/users.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { type Named, PersonField } from "../../directory/PersonField.tsx";
import { teamMessages } from "../messages.ts";
import { SyncedNotice } from "../SyncedNotice.tsx";
import { TeamForm } from "./TeamForm.tsx";

/** Who may have a place: everybody who is not deleted. */
const ANYBODY = { status: ["created", "invited", "active", "deactivated"] };

/** Adds people to a team, one after the other, as members, managers or both. */
export function AddMemberDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useMessages(teamMessages);
  const queryClient = useQueryClient();
  const [person, setPerson] = useState<Named | null>(null);
  const [isMember, setIsMember] = useState(true);
  const [isManager, setIsManager] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [added, setAdded] = useState<readonly Named[]>([]);
  const add = useMutation({
    mutationFn: ({ id }: Named) =>
      // What is not ticked stays as it is: nobody loses a place here.
      placeUser(team.id, id, {
        ...(isMember ? { isMember } : {}),
        ...(isManager ? { isManager } : {}),
      }),
    onSuccess: (next, chosen) => {
      queryClient.setQueryData(teamQuery(team.id).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: teamKeys.all });
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      setAdded([...added, chosen]);
      setPerson(null);
      setIsTried(false);
    },
  });
  const last = added.at(-1);
  return (
    <TeamForm
      title={t("addMemberTitle", { team: team.name })}
      confirmLabel={t("addPlace")}
      isPending={add.isPending}
      error={add.error}
      errorTitle={t("addPlaceFailed")}
      fields={[]}
      onClose={onClose}
      {...(last === undefined ? {} : { cancelLabel: t("done") })}
      onSubmit={() => {
        setIsTried(true);
        if (person !== null && (isMember || isManager)) add.mutate(person);
      }}
    >
      <SyncedNotice team={team} />
      {last !== undefined && (
        <Callout tone="good" isAlert>
          {t("addedPlace", { name: last.name, team: team.name })}
        </Callout>
      )}
      <PersonField
        // Empty again for the next one.
        key={added.length}
        label={t("person")}
        value={person}
        onChange={setPerson}
        filters={ANYBODY}
        autoFocus
        isRequired
        error={isTried && person === null ? t("personNeeded") : null}
      />
      <div className="place-choices">
        <Checkbox label={t("asMember")} isSelected={isMember} onChange={setIsMember} />
        <Checkbox label={t("asManager")} isSelected={isManager} onChange={setIsManager} />
      </div>
      {isTried && !isMember && !isManager && <p className="field-error">{t("placeNeeded")}</p>}
    </TeamForm>
  );
}
