import type { Consent, Referral } from "../../api/types";

/** What a referral must carry that no consent in force names for its place. It only helps to see what is missing: the door judges. */
export function notCovered({ receiver, required = [] }: Pick<Referral, "receiver" | "required">, consents: readonly Pick<Consent, "status" | "recipients" | "categories" | "barred">[]): string[] {
  const named = consents
    .filter(({ status, recipients, barred = [] }) => status === "active" && (recipients.named ?? []).includes(receiver) && !barred.includes(receiver))
    .flatMap(({ categories }): string[] => categories);
  return required.filter((category) => !named.includes(category));
}
