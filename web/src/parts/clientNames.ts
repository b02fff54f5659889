import { useClients } from "../api/queries";
import { seesClients, useSignedIn } from "./me";

/** What to call the clients of whoever is signed in, by their ids. */
export function useClientNames(): ReadonlyMap<string, string> {
  const clients = useClients(seesClients(useSignedIn()));
  return new Map(clients.data?.items.map((client) => [client.id, client.nameToUse]));
}
