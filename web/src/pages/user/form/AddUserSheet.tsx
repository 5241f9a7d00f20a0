import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { addUser, userKeys, userQuery } from "../../../api/users.ts";
import { workspaceQuery } from "../../../api/workspace.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { showToast } from "../../../ui/toasts.ts";
import { draftOf, newUserOf } from "./draft.ts";
import { formMessages } from "./messages.ts";
import { UserFields } from "./UserFields.tsx";
import { UserSheet } from "./UserSheet.tsx";

/** Adds a user by hand, and leads to the new page. */
export function AddUserSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(formMessages);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: workspace } = useQuery(workspaceQuery);
  const [draft, setDraft] = useState(() => draftOf(null, workspace?.defaultProduct ?? null));
  const [isTried, setIsTried] = useState(false);
  const add = useMutation({
    mutationFn: () => addUser(newUserOf(draft)),
    onSuccess: async (user) => {
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      queryClient.setQueryData(userQuery(user.id).queryKey, user);
      showToast({ tone: "good", text: t("added", { name: user.name }) });
      onClose();
      await navigate({ to: "/users/$id", params: { id: user.id }, search: {} });
    },
  });
  const isWithoutEmail = draft.email.trim() === "";
  return (
    <UserSheet
      title={t("addTitle")}
      submitLabel={t("add")}
      isPending={add.isPending}
      error={add.error}
      errorTitle={t("addFailed")}
      onClose={onClose}
      onSubmit={() => {
        setIsTried(true);
        if (!isWithoutEmail) add.mutate();
      }}
    >
      <p className="muted">{t("addText")}</p>
      <UserFields
        draft={draft}
        onChange={(change) => setDraft({ ...draft, ...change })}
        error={add.error}
        needsEmail={isTried && isWithoutEmail}
        hintOf={() => undefined}
      />
    </UserSheet>
  );
}
