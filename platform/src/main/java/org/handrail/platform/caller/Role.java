package org.handrail.platform.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may be in the coalition; a realm role of the same name in lower case. */
public enum Role {
  PEER_SPECIALIST,
  SUPERVISOR,
  INTAKE_COORDINATOR,
  PRIVACY_OFFICER,
  AGENCY_ADMIN,
  COALITION_ADMIN,
  ANALYST,
  CLIENT,
  SVC_CLIENT,
  SVC_PLAN,
  SVC_REFERRAL,
  SVC_NOTIFICATION,
  SVC_ANALYTICS;

  /** As it stands in a token: {@code peer_specialist}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether services carry it, never people. */
  public boolean ofService() {
    return name().startsWith("SVC_");
  }

  /** The role of that code, if Handrail knows it. */
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
