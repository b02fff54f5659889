package org.handrail.client.consent.minor;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a state says of minors and treatment for substance use (P2-CON-9).
 *
 * @param state as the agencies' entries name it
 * @param majority from that age on nobody else is asked, in years
 * @param alone from that age on a minor consents alone; without it never
 * @param source where that stands
 */
record StateLaw(String state, int majority, @Nullable Integer alone, String source) {

  /** Nothing is known of the state: whoever is not surely of age anywhere signs with a guardian. */
  static final StateLaw UNKNOWN = new StateLaw("unknown", 21, null, "");

  WhoSigns whoSigns(LocalDate born, LocalDate on) {
    // Who was born on a 29th of February is a year older on the 1st of March.
    var years = Period.between(born, on).getYears();
    if (years >= majority) {
      return WhoSigns.ADULT;
    }
    return alone != null && years >= alone ? WhoSigns.MINOR : WhoSigns.MINOR_AND_GUARDIAN;
  }
}
