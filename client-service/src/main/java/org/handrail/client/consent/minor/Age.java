package org.handrail.client.consent.minor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How old a person is, as far as they say so, under the law of the state of the agency that keeps
 * their record.
 */
public final class Age {
  /** Of somebody who keeps their date of birth to themselves. */
  public static final Age UNSAID = new Age(null, StateLaw.UNKNOWN);

  private final @Nullable LocalDate born;
  private final StateLaw law;

  Age(@Nullable LocalDate born, StateLaw law) {
    this.born = born;
    this.law = law;
  }

  /** Whose signatures make a consent: without a date of birth nobody can say that it is a minor. */
  public WhoSigns whoSigns(Instant signedAt) {
    // Where the day begins last: nobody is taken to be older than they are.
    return born == null
        ? WhoSigns.ADULT
        : law.whoSigns(born, signedAt.atOffset(ZoneOffset.ofHours(-12)).toLocalDate());
  }

  /** Whether they were not born yet, wherever on earth that was. */
  public boolean isToCome(Instant at) {
    return born != null && at.atOffset(ZoneOffset.ofHours(14)).toLocalDate().isBefore(born);
  }
}
