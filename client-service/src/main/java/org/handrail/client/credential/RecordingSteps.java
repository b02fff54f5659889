package org.handrail.client.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.handrail.client.credential.SchemeVersion.Attester;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down what happened to a certification (CERT-1). Issuers decide; what they cannot have
 * decided is refused.
 */
@Component
class RecordingSteps {
  static final ProblemType CREDENTIAL_KNOWN =
      ProblemType.of("credential-known", 409, "This specialist is on record under that scheme");
  static final ProblemType SCHEME_NOT_IN_FORCE =
      ProblemType.of("scheme-not-in-force", 422, "There is no such scheme on that day");
  static final ProblemType STEP_NOT_POSSIBLE =
      ProblemType.of("credential-step-not-possible", 409, "This cannot follow on how it stands");
  static final ProblemType STEP_OUT_OF_ORDER =
      ProblemType.of("credential-step-out-of-order", 422, "Something later is on record already");
  static final ProblemType CYCLE_NOT_POSSIBLE =
      ProblemType.of("credential-cycle-not-possible", 422, "The scheme gives no such time");
  static final ProblemType NOT_ATTESTED =
      ProblemType.of("ethics-not-attested", 409, "The code of ethics is not attested for this");
  static final ProblemType REQUIRED_SCHEME =
      ProblemType.of("required-scheme-missing", 409, "Another certification must hold first");
  static final ProblemType OWN_CREDENTIAL =
      ProblemType.of("own-credential", 409, "Somebody else must write this down");

  private final CredentialRecords credentials;
  private final Schemes schemes;
  private final Testimonies testimonies;
  private final CredentialClock days;
  private final RosterSettings settings;
  private final Clock clock;

  RecordingSteps(
      CredentialRecords credentials,
      Schemes schemes,
      Testimonies testimonies,
      CredentialClock days,
      RosterSettings settings,
      Clock clock) {
    this.credentials = credentials;
    this.schemes = schemes;
    this.testimonies = testimonies;
    this.days = days;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What happened.
   *
   * @param until the last day that the certificate states; without, what the scheme gives
   */
  record Happening(
      StepKind kind,
      LocalDate on,
      @Nullable LocalDate until,
      @Nullable String number,
      @Nullable String issuer) {}

  UUID begin(ReachingSpecialist.Reached of, String scheme, LocalDate on) {
    requireSomebodyElse(of);
    requirePast(of, on, "/beganOn");
    of.requireOnRoster(on);
    var version = inForce(scheme, on);
    var credential =
        new Credential(
            CredentialId.random(),
            of.id(),
            scheme,
            new History(List.of(Step.of(StepKind.BEGUN, on, version.version()))),
            1);
    if (!credentials.add(
        of.agency(),
        credential,
        of.by().subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      throw Refusal.of(CREDENTIAL_KNOWN);
    }
    return credential.id().value();
  }

  UUID happened(ReachingCredential.Reached to, long seen, Happening what) {
    requireSomebodyElse(to.specialist());
    var credential = to.credential();
    Versions.require(seen, credential.version());
    requirePast(to.specialist(), what.on(), "/on");
    to.specialist().requireOnRoster(what.on());
    var history = credential.history();
    if (what.on().isBefore(history.last().on())) {
      throw Refusal.of(STEP_OUT_OF_ORDER);
    }
    requirePossible(history, what);
    var step = step(to, what);
    if (what.kind().certifies()) {
      requireAttested(to, what.kind(), step.schemeVersion());
      requireScheme(to, what.on());
    }
    var changed = credential.with(step);
    credentials.saveStep(
        to.agency(), changed, to.by().subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    days.follow(to.agency(), to.specialist().specialist().subject(), changed);
    return credential.id().value();
  }

  private static void requirePossible(History history, Happening what) {
    var state = history.on(what.on()).orElseThrow().state();
    var renewsWhatHasNotBegun =
        what.kind() == StepKind.RENEWED
            && history
                .lastCertified()
                .map(Step::cycle)
                .filter(cycle -> cycle.from().isAfter(what.on()))
                .isPresent();
    if (renewsWhatHasNotBegun
        || !what.kind().canFollow(state, history.certifiedSinceBegun(what.on()))) {
      throw Refusal.of(Problem.of(STEP_NOT_POSSIBLE).with("state", Codes.of(state)));
    }
  }

  private Step step(ReachingCredential.Reached to, Happening what) {
    var credential = to.credential();
    if (what.kind() == StepKind.BEGUN) {
      return Step.of(what.kind(), what.on(), inForce(credential.scheme(), what.on()).version());
    }
    if (!what.kind().grants()) {
      return Step.of(what.kind(), what.on(), credential.history().last().schemeVersion());
    }
    var from = what.on();
    if (what.kind() == StepKind.RENEWED) {
      var running = credential.history().lastCertified().map(Step::cycle).orElseThrow();
      from = running.until().plusDays(1);
    }
    var version = inForce(credential.scheme(), from);
    return Step.granting(
            what.kind(),
            what.on(),
            cycle(what, from, version),
            version.renewal().missed(),
            version.version())
        .as(what.number(), what.issuer());
  }

  private static Cycle cycle(Happening what, LocalDate from, SchemeVersion version) {
    if (what.kind() == StepKind.PROVISIONAL) {
      if (what.until() == null) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error("/until", "missing", "What is provisional has a last day."));
      }
      return version
          .renewal()
          .provisional(from, what.until())
          .orElseThrow(() -> Refusal.of(CYCLE_NOT_POSSIBLE));
    }
    return what.until() == null
        ? version.renewal().from(from)
        : version
            .renewal()
            .from(from, what.until())
            .orElseThrow(() -> Refusal.of(CYCLE_NOT_POSSIBLE));
  }

  // The first certificate may be older than the agency's knowledge of it; from then on each cycle,
  // and each new beginning, wants its own.
  private void requireAttested(ReachingCredential.Reached to, StepKind kind, String version) {
    var since = wantedSince(to.credential().history(), kind);
    var needed =
        schemes.find(to.credential().scheme()).stream()
            .flatMap(scheme -> scheme.versions().stream())
            .filter(each -> each.version().equals(version))
            .findFirst()
            .map(SchemeVersion::attestedBy)
            .orElseThrow();
    var missing =
        needed.stream()
            .filter(
                attester ->
                    !testimonies.attested(to.agency(), to.credential().id(), attester, since))
            .map(Attester::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    if (!missing.isEmpty()) {
      throw Refusal.of(Problem.of(NOT_ATTESTED).with("missing", missing));
    }
  }

  private static LocalDate wantedSince(History history, StepKind kind) {
    var cycle = history.lastCertified().map(Step::cycle).orElse(null);
    if (kind == StepKind.CERTIFIED || cycle == null) {
      return history.begunAnew().orElse(LocalDate.MIN);
    }
    if (kind == StepKind.RENEWED) {
      return cycle.from();
    }
    var last = history.last();
    return last.kind() == StepKind.DEACTIVATED ? last.on() : cycle.until().plusDays(1);
  }

  private void requireScheme(ReachingCredential.Reached to, LocalDate on) {
    var required = schemes.find(to.credential().scheme()).map(Scheme::requires).orElse("");
    if (!required.isEmpty()
        && credentials.of(to.agency(), to.specialist().id()).stream()
            .noneMatch(other -> other.scheme().equals(required) && other.history().holdsOn(on))) {
      throw Refusal.of(Problem.of(REQUIRED_SCHEME).with("scheme", required));
    }
  }

  private SchemeVersion inForce(String scheme, LocalDate on) {
    return schemes.on(scheme, on).orElseThrow(() -> Refusal.of(SCHEME_NOT_IN_FORCE));
  }

  private void requirePast(ReachingSpecialist.Reached of, LocalDate on, String pointer) {
    if (on.isAfter(settings.today(of.agency()))) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error(pointer, "in-future", "It has not happened yet."));
    }
  }

  private static void requireSomebodyElse(ReachingSpecialist.Reached of) {
    if (of.isOneself()) {
      throw Refusal.of(OWN_CREDENTIAL);
    }
  }
}
