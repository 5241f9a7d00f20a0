import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "../../../api/api-problem.ts";
import { type Approval, decideSync, type Verb } from "../../../api/decisions.ts";
import { syncKeys, syncQuery } from "../../../api/syncs.ts";

const route = getRouteApi("/frame/syncs/$id");

/** Says something of the sync that is open, and shows at once how it stands then. */
export function useDecision(verb: Verb) {
  const { id } = route.useParams();
  const queryClient = useQueryClient();
  const { queryKey } = syncQuery(id);
  return useMutation({
    mutationFn: (given: Approval) => decideSync(id, verb, given),
    onSuccess(sync) {
      queryClient.setQueryData(queryKey, sync);
      void queryClient.invalidateQueries({
        queryKey: syncKeys.one(id),
        predicate: (query) => query.queryKey.length > queryKey.length,
      });
      void queryClient.invalidateQueries({ queryKey: syncKeys.lists });
    },
    // Somebody else was faster: the page is to show who.
    onError: (error) =>
      isProblem(error, 409)
        ? queryClient.invalidateQueries({ queryKey, exact: true })
        : Promise.resolve(),
  });
}
