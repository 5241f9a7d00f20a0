import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isProblem, ServerUnreachable } from "./api/api-problem.ts";

const MOST_RETRIES = 2;

/** What the pages know of the server. `onSignedOut` is told when the server no longer knows who asks. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 401)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays one; only silence is asked again.
        retry: (failures, error) => error instanceof ServerUnreachable && failures < MOST_RETRIES,
        retryDelay: (failures) => 500 * 2 ** failures,
        // Our own offline bar tells; a server on this machine answers without a network.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
