import type { Client, Disclosure, Referral } from "../../api/types";

/**
 * What a release of these categories would hand over now, as the door packs it: a number that nobody may use stays here.
 * Only the door decides; this is to be looked at together before.
 */
export function willSee(client: Client, referral: Referral, categories: readonly string[]): Disclosure["package"] {
  const { phone, email, call, text, leaveMessage, sendEmail, times } = client.contact;
  const parts: Disclosure["package"] = {
    contact: {
      nameToUse: client.nameToUse,
      pronouns: client.pronouns,
      languages: client.languages,
      channels: { phone: call || text ? phone : undefined, email: sendEmail ? email : undefined, call, text, leaveMessage, sendEmail, times },
    },
    demographics: { legalName: client.legalName, dateOfBirth: client.dateOfBirth },
    referral: { service: referral.service.name, need: referral.need, urgency: referral.urgency, reason: referral.reason },
  };
  return Object.fromEntries(Object.entries(parts).filter(([category]) => categories.includes(category)));
}
