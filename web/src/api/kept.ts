import { QueryCache, QueryClient, focusManager } from "@tanstack/react-query";
import { Refused, isSilence, isWithheld } from "./problem";

/** What this page keeps of what it read: in its memory only, and only as long as whoever is signed in may read it. */
export function keptByThisPage(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Refused && isWithheld(error.problem)) {
          query.setState({ data: undefined });
        }
      },
    }),
    defaultOptions: {
      queries: {
        // A refusal stays one when it is asked for again; where nobody answers, somebody will: it is asked until then.
        retry: (_failures, error) => error instanceof Refused && isSilence(error.problem),
        retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 10_000),
        staleTime: 5_000,
        // Nothing is read for nobody.
        refetchOnReconnect: () => focusManager.isFocused(),
      },
    },
  });
}
