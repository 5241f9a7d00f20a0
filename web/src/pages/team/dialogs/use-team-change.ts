import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeTeam, type Team, type TeamChange, teamKeys, teamQuery } from "../../../api/teams.ts";
import { userKeys } from "../../../api/users.ts";
import { showToast } from "../../../ui/toasts.ts";

/** Changes a team, shows how it is then, and says so with the words of `tell`. */
export function useTeamChange(team: Team, tell: (team: Team) => string, onClose: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: TeamChange) => changeTeam(team.id, change),
    onSuccess: (next) => {
      queryClient.setQueryData(teamQuery(team.id).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: teamKeys.all });
      void queryClient.invalidateQueries({ queryKey: userKeys.all });
      showToast({ tone: "good", text: tell(next) });
      onClose();
    },
  });
}
