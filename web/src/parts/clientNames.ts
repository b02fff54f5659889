import { useClients } from "../api/queries";
import { isPeerSpecialist, useSignedIn } from "./me";

/** What to call the clients of the peer specialist who is signed in, by their ids. */
export function useClientNames(): ReadonlyMap<string, string> {
  const clients = useClients(isPeerSpecialist(useSignedIn()));
  return new Map(clients.data?.items.map((client) => [client.id, client.nameToUse]));
}
