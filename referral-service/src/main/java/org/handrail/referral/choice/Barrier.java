package org.handrail.referral.choice;

/**
 * What stands in a client's way to get help and to stay with it, as they see it (domain.md C8, R5).
 * It stays with the client and those at their side: nothing that crosses the door names one.
 */
enum Barrier {
  TRANSPORT,
  CHILDCARE,
  IDENTIFICATION,
  PHONE,
  COST,
  STIGMA,
  LEGAL,
  OTHER
}
