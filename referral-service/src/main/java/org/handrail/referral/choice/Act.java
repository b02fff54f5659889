package org.handrail.referral.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the client did, as it is recorded: only they choose.
 *
 * @param words the client's own, if they are to be kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Act(@NotNull Kind kind, @NotNull Instant at, @Size(max = 2000) @Nullable String words) {
  /** How the client told their will. */
  enum Kind {
    IN_PERSON,
    PHONE,
    OWN_SIGN_IN,
    SIGNED_PAPER
  }
}
