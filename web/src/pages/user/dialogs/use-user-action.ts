import { useMutation, useQueryClient } from "@tanstack/react-query";
import { syncKeys } from "../../../api/syncs.ts";
import { teamKeys } from "../../../api/teams.ts";
import { actOnUser, type User, type UserAction, userKeys, userQuery } from "../../../api/users.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { showToast } from "../../../ui/toasts.ts";
import { userMessages } from "../messages.ts";

const DONE = {
  deactivate: "doneDeactivated",
  reactivate: "doneReactivated",
  delete: "doneDeleted",
  restore: "doneRestored",
  unlink: "doneUnlinked",
  erase: "doneErased",
} as const satisfies Record<UserAction, string>;

/** Does one thing to the user, shows how it is then, and says so. */
export function useUserAction(user: User, onDone?: () => void) {
  const t = useMessages(userMessages);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (action: UserAction) => actOnUser(action, user.id),
    onSuccess: (next, action) => {
      queryClient.setQueryData(userQuery(user.id).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      void queryClient.invalidateQueries({ queryKey: teamKeys.all });
      // Details of issues say what is still to decide about the user.
      void queryClient.invalidateQueries({ queryKey: syncKeys.all });
      const key = DONE[action];
      const text = key === "doneErased" ? t(key) : t(key, { name: user.name });
      showToast({ tone: "good", text });
      onDone?.();
    },
  });
}
