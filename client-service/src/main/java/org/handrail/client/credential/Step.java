package org.handrail.client.credential;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a certification.
 *
 * @param cycle what it grants, if it grants anything
 * @param endsAs how it stands after the last day of that
 * @param schemeVersion what the scheme asked for then
 * @param number of the certificate
 */
record Step(
    StepKind kind,
    LocalDate on,
    @Nullable Cycle cycle,
    State endsAs,
    String schemeVersion,
    @Nullable String number,
    @Nullable String issuer) {

  static Step of(StepKind kind, LocalDate on, String schemeVersion) {
    return new Step(kind, on, null, State.LAPSED, schemeVersion, null, null);
  }

  static Step granting(StepKind kind, LocalDate on, Cycle cycle, State endsAs, String version) {
    return new Step(kind, on, cycle, endsAs, version, null, null);
  }

  Step as(@Nullable String certificate, @Nullable String by) {
    return new Step(kind, on, cycle, endsAs, schemeVersion, certificate, by);
  }
}
