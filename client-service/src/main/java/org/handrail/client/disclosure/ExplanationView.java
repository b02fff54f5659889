package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.consent.Category;
import org.jspecify.annotations.Nullable;

/**
 * Why the door decided as it did.
 *
 * @param code of a denial, as the ledger keeps it
 * @param rule where the law says so
 * @param basis of a release, as the ledger keeps it: the consent, or the section of the law
 * @param consents every consent of the client that there was, and what became of it; none where the
 *     law alone decided, for no consent was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationView(
    UUID id,
    Instant at,
    String outcome,
    @Nullable String code,
    @Nullable String rule,
    @Nullable String basis,
    List<OfConsent> consents) {

  /**
   * One consent under the rules, in their order.
   *
   * @param cited whether the release stands on it
   * @param code the first rule that it failed
   * @param rule where the law says so
   * @param notCovered what was asked and stands not on it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfConsent(
      UUID consentId,
      boolean cited,
      @Nullable String code,
      @Nullable String rule,
      List<Category> notCovered) {}
}
