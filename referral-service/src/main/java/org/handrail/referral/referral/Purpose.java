package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * Why a client is referred, by the code that consents use; each has the categories that a referral
 * of its kind may ask for, and no more (minimum necessary).
 */
public enum Purpose {
  /** Treatment. */
  @JsonProperty("TREAT")
  TREAT,
  /** Coordination of care and community support: nothing that tells of treatment. */
  @JsonProperty("COC")
  COC,
  /** Criminal justice. */
  @JsonProperty("CJ")
  CJ;

  /** Nothing for which the door has no allow-list of its own: it would never answer. */
  Set<Category> mayAskFor() {
    return switch (this) {
      case TREAT -> Set.of(Category.CONTACT, Category.DEMOGRAPHICS, Category.REFERRAL);
      case COC -> Set.of(Category.CONTACT, Category.REFERRAL);
      case CJ -> Set.of(Category.CONTACT);
    };
  }
}
