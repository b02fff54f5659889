import { useDirectory } from "../../api/queries";
import type { Choice } from "../../parts/fields";
import { useSignedIn } from "../../parts/me";

/** The partners of the coalition that the directory knows and that can receive something here. */
export function usePartners(): Choice<string>[] {
  const { agency } = useSignedIn();
  const services = useDirectory().data?.items ?? [];
  const partners = new Map<string, string>();
  for (const { organization } of services) {
    if (organization.agency !== undefined && organization.agency !== agency) {
      partners.set(organization.agency, organization.name);
    }
  }
  return [...partners].sort(([, one], [, other]) => one.localeCompare(other));
}
