package org.handrail.referral.careteam;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.jspecify.annotations.Nullable;

/** On which consent a release stands, as client-service knows it. */
interface ConsentsBehind {

  /**
   * A consent as it is now.
   *
   * @param categories what it covers
   * @param status such as {@code active} or {@code revoked}
   * @param expires {@code at} a time, with an {@code event}, or {@code never} by itself
   * @param until the time, if it is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Behind(
      UUID id, List<String> categories, String status, String expires, @Nullable Instant until) {}

  /** By disclosure; empty when client-service cannot be asked. Never within a transaction. */
  Optional<Map<UUID, Behind>> of(Person person, UUID clientId, Collection<UUID> disclosures);
}
