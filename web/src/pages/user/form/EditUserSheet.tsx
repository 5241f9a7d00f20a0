import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeUser, originsQuery, type User, userKeys, userQuery } from "../../../api/users.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { changesOf, draftOf, listChanged } from "./draft.ts";
import { LockChoice } from "./LockChoice.tsx";
import { formMessages } from "./messages.ts";
import { UserFields } from "./UserFields.tsx";
import { UserSheet } from "./UserSheet.tsx";

/** Changes a user by hand; says what the next sync would overwrite, and offers to lock it. */
export function EditUserSheet({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useMessages(formMessages);
  const queryClient = useQueryClient();
  const { data: origins = {} } = useQuery(originsQuery(user.id));
  const [before] = useState(() => draftOf(user, null));
  const [draft, setDraft] = useState(before);
  const [isTried, setIsTried] = useState(false);
  const [showsLocks, setShowsLocks] = useState(false);
  const change = changesOf(before, draft);
  const changed = listChanged(change);
  const save = useMutation({
    mutationFn: () => changeUser(user.id, change ?? {}),
    onSuccess: (next) => {
      queryClient.setQueryData(userQuery(user.id).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      showToast({ tone: "good", text: t("saved", { name: next.name }) });
      onClose();
    },
  });
  const isWithoutEmail = draft.email.trim() === "";
  const source = user.source?.active === true ? user.source.name : null;

  const isLocked = (field: string) => draft.locked.includes(field);
  const isKeptAnyway = (field: string) => field === "email" && user.role === "admin";

  /** What the next sync does to a field that is changed here (domain rules, sections 6 and 11). */
  const hintOf = (field: string) => {
    if (source === null || !changed.has(field) || isLocked(field)) return undefined;
    if (isKeptAnyway(field)) return t("adminEmailKept");
    return t(origins[field]?.by === "sync" ? "willBeOverwritten" : "mayBeOverwritten", { source });
  };
  /** Offered where a sync would overwrite what is written here, where it was taken up before, and on demand. */
  const lockOf = (field: string, label: string) => {
    const lock = user.locks[field];
    const isAsked = showsLocks || changed.has(field);
    const isOffered = source !== null && isAsked && !isKeptAnyway(field);
    if (!isOffered && lock === undefined && !isLocked(field)) return null;
    const others = draft.locked.filter((it) => it !== field);
    return (
      <LockChoice
        label={label}
        lock={lock}
        isSelected={isLocked(field)}
        onChange={(isOn) => setDraft({ ...draft, locked: isOn ? [...others, field] : others })}
      />
    );
  };

  return (
    <UserSheet
      title={t("editTitle", { name: user.name })}
      submitLabel={t("save")}
      isPending={save.isPending}
      isUnchanged={change === null}
      error={save.error}
      errorTitle={t("saveFailed")}
      onClose={onClose}
      onSubmit={() => {
        setIsTried(true);
        if (!isWithoutEmail && change !== null) save.mutate();
      }}
    >
      {source !== null && (
        <Callout tone="info">
          <p>{t("synced", { source })}</p>
          <Button
            tone="link"
            aria-expanded={showsLocks}
            onPress={() => setShowsLocks((wasShown) => !wasShown)}
          >
            {t(showsLocks ? "hideLocks" : "showLocks")}
          </Button>
        </Callout>
      )}
      <UserFields
        draft={draft}
        onChange={(next) => setDraft({ ...draft, ...next })}
        error={save.error}
        needsEmail={isTried && isWithoutEmail}
        hintOf={hintOf}
        lockOf={lockOf}
        userId={user.id}
      />
    </UserSheet>
  );
}
